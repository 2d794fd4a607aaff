import type { LogEntry, LogRead } from '@proofmark/contract/schemas/log'
import { Button } from '../common/Button.tsx'
import { Facts } from '../common/Facts.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { numbered } from '../common/numbered.ts'
import { useLanguage } from '../frame/language.tsx'
import { factsOf } from './facts-of.ts'
import styles from './LogPage.module.css'

interface LogEntryRowProps {
  readonly entry: LogEntry
  readonly names: LogRead['names']
  /** Goes on to the trail of a person, or to what was seen of a subject. */
  readonly onTrail: (of: { readonly account: string } | { readonly subject: string }) => void
}

/** More subjects than these stand folded. */
const SHOWN = 3

/** One entry: when, who, what and why, what it is about, and what it says. */
export function LogEntryRow({ entry, names, onTrail }: LogEntryRowProps) {
  const { say, figures } = useLanguage()
  const { at, account, agency, action, outcome, purpose, subjects, body, index, erasedUnder } = entry
  // What the entry is about stands beside it already.
  const facts = factsOf(body).filter(({ values }) => values.some((value) => !subjects.includes(value)))
  const instant = new Date(at)
  return (
    <article className={outcome === 'done' ? styles.entry : styles.departed}>
      <p className={styles.when}>
        <time dateTime={at}>{figures.time(instant.getTime())}</time>
        <span>{index === null ? say('log.waits') : say('log.leaf', { number: figures.count(index) })}</span>
      </p>
      <div className={styles.what}>
        <h4>
          {say(`log.action.${action}`)}
          {outcome !== 'done' && <strong> {say(`log.outcome.${outcome}`)}</strong>}
        </h4>
        <p className={styles.who}>
          <Facts>
            {[
              account === null ? (
                say('log.nobody')
              ) : (
                <Button key="account" weight="word" data-printed onClick={() => onTrail({ account })}>
                  {account}
                </Button>
              ),
              agency,
              purpose && say(`word.purpose.${purpose}`),
            ]}
          </Facts>
        </p>
        {erasedUnder !== null && (
          <p>
            {say('log.erased')} <Identifier mono>{erasedUnder}</Identifier>
          </p>
        )}
        {facts.length > 0 && (
          <dl className={styles.body}>
            {numbered(facts).map(({ place, value: { path, values } }) => (
              <div key={place}>
                <dt>{say(`log.body.${path[0]}`)}</dt>
                <dd>
                  {path.length > 1 && <span className={styles.within}>{path.slice(1).join(' ')} </span>}
                  <Facts>{values}</Facts>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      <div className={styles.about}>
        <Subjects subjects={subjects} names={names} onTrail={onTrail} />
      </div>
    </article>
  )
}

type SubjectsProps = Pick<LogEntryRowProps, 'names' | 'onTrail'> & Pick<LogEntry, 'subjects'>

/** What an entry is about, each leading to what was seen of it. */
function Subjects({ subjects, names, onTrail }: SubjectsProps) {
  const { say, figures } = useLanguage()
  if (subjects.length === 0) return null
  const list = (
    <ul aria-label={say('log.about')}>
      {subjects.map((subject) => (
        <li key={subject}>
          <Button weight="word" data-printed onClick={() => onTrail({ subject })}>
            {names[subject] ? <bdi>{names[subject].name}</bdi> : <Identifier mono>{subject}</Identifier>}
          </Button>
        </li>
      ))}
    </ul>
  )
  if (subjects.length <= SHOWN) return list
  const count = subjects.length
  return (
    <details>
      <summary>{say('log.subjects', { count, figure: figures.count(count) })}</summary>
      {list}
    </details>
  )
}
