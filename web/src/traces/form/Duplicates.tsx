import type { TraceShown } from '@proofmark/contract/schemas/trace-shown'
import { Facts } from '../../common/Facts.tsx'
import { Note } from '../../common/Note.tsx'
import { Go } from '../../frame/Go.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { countriesOf } from '../countries.ts'
import styles from './Form.module.css'

/** Open requests that ask the same already: seen before anything is sent. */
export function Duplicates({ duplicates }: Pick<TraceShown, 'duplicates'>) {
  const { say, figures, locale } = useLanguage()
  if (duplicates.length === 0) return null
  const count = duplicates.length
  return (
    <Note tone="departure" heading={say('traces.form.duplicates', { count, figure: figures.count(count) })}>
      {say('traces.form.duplicates_how')}
      <span className={styles.duplicates}>
        {duplicates.map(({ id, ground, state, country }) => (
          <span key={id}>
            {' '}
            <Go to={`/traces/${id}`}>
              <Facts>
                {[
                  country === null ? say('traces.page.no_country') : countriesOf(locale).nameOf(country),
                  say(`word.trace_state.${state}`),
                  say(`word.duplicate_ground.${ground}`),
                ]}
              </Facts>
            </Go>
          </span>
        ))}
      </span>
    </Note>
  )
}
