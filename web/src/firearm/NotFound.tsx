import { Section } from '../common/Section.tsx'
import states from '../common/State.module.css'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'

/** No such record, or none that this reader may see: nobody is told which. */
export function NotFound() {
  const { say } = useLanguage()
  return (
    <Section heading={say('firearm.not_found')}>
      <div className={states.state}>
        <p>{say('firearm.not_found_means')}</p>
        <p className={states.more}>
          <Go to="/find">{say('record.back')}</Go>
        </p>
      </div>
    </Section>
  )
}
