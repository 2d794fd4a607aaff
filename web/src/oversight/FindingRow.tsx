import type { OversightFinding } from '@proofmark/contract/schemas/oversight'
import { type ReactNode, useId, useState } from 'react'
import { Identifier } from '../common/Identifier.tsx'
import { Alternatives } from '../firearm/Alternatives.tsx'
import { WorkingLink } from '../firearm/WorkingLink.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Line } from '../questions/Line.tsx'
import { Plate } from '../questions/Plate.tsx'
import styles from './OversightPage.module.css'
import { PassOnForm } from './PassOnForm.tsx'

interface FindingRowProps {
  readonly finding: OversightFinding
  readonly onPassedOn: (finding: OversightFinding) => void
}

/** One finding: whom it speaks against and until when it waits, what it says, on what it rests, and the way on. */
export function FindingRow({ finding, onPassedOn }: FindingRowProps) {
  const { say, figures } = useLanguage()
  const id = useId()
  const [pressed, setPressed] = useState(false)
  const { custodian, rule, text, obligation, state, daysLeft, filed, due, agencies, passedOn, confirmed } = finding
  const left: ReactNode =
    state === 'waiting' ? say('oversight.days', { days: daysLeft, figure: figures.count(daysLeft) }) : null
  return (
    <article className={styles.row} aria-labelledby={id}>
      <Plate
        facts={[
          [say('oversight.custodian'), <bdi key="custodian">{custodian}</bdi>],
          [say('oversight.state'), say(`word.oversight_state.${state}`)],
          [say('oversight.left'), left],
          [say('oversight.filed'), figures.moment(filed)],
          [say('oversight.due'), figures.moment(due)],
          [say('oversight.agencies'), agencies.length === 0 ? null : <Names key="agencies" names={agencies} />],
        ]}
      />
      <div className={styles.said}>
        <p className={styles.rule}>
          <Identifier mono>{rule}</Identifier>
        </p>
        <h3 id={id}>{text}</h3>
        <p className={styles.obligation}>{obligation}</p>
        <Alternatives alternatives={finding.alternatives} />
        <Records finding={finding} />
        {!confirmed && <WorkingLink />}
        <div role="status">
          {passedOn && (
            <Line className={styles.passed} focused={pressed}>
              {say('oversight.passed_on', { at: figures.moment(passedOn.at), by: passedOn.by })}
            </Line>
          )}
        </div>
        {passedOn?.note && (
          <p className={styles.note}>
            <bdi>{passedOn.note}</bdi>
          </p>
        )}
        {state === 'waiting' && (
          <PassOnForm
            finding={finding.finding}
            describedBy={id}
            onPassedOn={(passed) => {
              setPressed(true)
              onPassedOn(passed)
            }}
          />
        )}
      </div>
    </article>
  )
}

function Names({ names }: { readonly names: readonly string[] }) {
  return (
    <ul>
      {names.map((name) => (
        <li key={name}>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  )
}

/** The records that the officer may read, and of the others how many and whom to ask. */
function Records({ finding: { records, others } }: { readonly finding: OversightFinding }) {
  const { say, figures } = useLanguage()
  return (
    <div className={styles.records}>
      <p className={styles.label}>{say('firearm.rests_on')}</p>
      <ul>
        {records.map(({ record, source, key }) => (
          <li key={record}>
            <Go to={`/firearms/${record}`}>
              <bdi>{source}</bdi> <Identifier mono>{key}</Identifier>
            </Go>
          </li>
        ))}
        {others.map(({ agency, desk, records: count }) => (
          <li key={agency}>{say('oversight.others', { count, figure: figures.count(count), agency, desk })}</li>
        ))}
      </ul>
    </div>
  )
}
