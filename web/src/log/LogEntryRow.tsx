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

/** How many subjects are shown before the rest is counted. */
const SHOWN = 12

/** One entry: when, who, what and why, what it is about, and what it says. */
export function LogEntryRow({ entry, names, onTrail }: LogEntryRowProps) {
  const { say, figures } = useLanguage()
  const { at, account, agency, action, outcome, purpose, subjects, body, index, erasedUnder } = entry
  const facts = factsOf(body)
  return (
    <article className={outcome === 'done' ? styles.entry : styles.departed}>
      <p className={styles.when}>
        <time dateTime={at}>{figures.moment(at)}</time>
        <span>{index === null ? say('log.waits') : say('log.leaf', { number: figures.count(index) })}</span>
      </p>
      <div className={styles.what}>
        <h3>
          {say(`log.action.${action}`)}
          {outcome !== 'done' && <strong> {say(`log.outcome.${outcome}`)}</strong>}
        </h3>
        <p className={styles.who}>
          <Facts>
            {[
              account === null ? (
                say('log.nobody')
              ) : (
                <Button key="account" weight="word" onClick={() => onTrail({ account })}>
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
        {subjects.length > 0 && (
          <ul aria-label={say('log.about')}>
            {subjects.slice(0, SHOWN).map((subject) => (
              <li key={subject}>
                <Button weight="word" onClick={() => onTrail({ subject })}>
                  {names[subject] ? <bdi>{names[subject].name}</bdi> : <Identifier mono>{subject}</Identifier>}
                </Button>
              </li>
            ))}
          </ul>
        )}
        {subjects.length > SHOWN && (
          <p className={styles.when}>
            {say('log.more_subjects', {
              count: subjects.length - SHOWN,
              figure: figures.count(subjects.length - SHOWN),
            })}
          </p>
        )}
      </div>
    </article>
  )
}
