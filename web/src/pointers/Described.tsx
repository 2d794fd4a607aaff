import { Identifier } from '../common/Identifier.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './AskDesks.module.css'
import { describedLines, type Shown } from './question.ts'

/** What the desks will see of the firearm, line by line; of a mark that is gone or worn also in which state it is. */
export function Described({ shown }: { readonly shown: Shown }) {
  const { say } = useLanguage()
  const state = shown.markState && shown.markState !== 'legible' ? say(`word.mark_state.${shown.markState}`) : null
  return (
    <dl className={styles.sent}>
      {(shown.mark || state) && (
        <div>
          <dt>{say('why.field.serial')}</dt>
          <dd>
            {shown.mark && <Identifier mono>{shown.mark}</Identifier>}
            {state && ` ${state}`}
          </dd>
        </div>
      )}
      {describedLines(shown).map(({ field, text }) => (
        <div key={field}>
          <dt>{say(`find.${field}`)}</dt>
          <dd>{field === 'calibre' || field === 'year' ? <Identifier>{text}</Identifier> : <bdi>{text}</bdi>}</dd>
        </div>
      ))}
    </dl>
  )
}
