import type { Grounds } from '@proofmark/contract/schemas/common'
import type { LifeShow } from '@proofmark/contract/schemas/life'
import { Button } from '../common/Button.tsx'
import { Section } from '../common/Section.tsx'
import states from '../common/State.module.css'
import { useLanguage } from '../frame/language.tsx'
import { Outcome } from './matches/Outcome.tsx'
import { type Ends, useJudging } from './matches/useJudging.ts'
import styles from './Recoveries.module.css'
import { RestsOn } from './RestsOn.tsx'

type Recovery = LifeShow['recoveries'][number]

interface RecoveriesProps {
  readonly life: LifeShow
  readonly grounds: Grounds
  readonly mayJudge: boolean
  readonly onChanged: () => Promise<void>
}

const keyOf = ({ records }: Recovery) => records.map(({ record }) => record).join(' ')

/** Was it recovered several times, or did several services report one recovery? Shown where there is a question at all. */
export function Recoveries({ life, grounds, mayJudge, onChanged }: RecoveriesProps) {
  const { say } = useLanguage()
  const { judging, begin, again } = useJudging(grounds, onChanged)
  const { recoveries } = life
  if (recoveries.length < 2 && recoveries.every(({ records }) => records.length < 2)) return null
  const judge = (ends: Ends, verdict: 'same' | 'different') =>
    begin({ kind: 'judge', about: 'recovery', verdict, ...ends })
  return (
    <Section heading={say('firearm.recoveries')}>
      <p className={states.more}>{say('firearm.recoveries_how')}</p>
      <ol className={styles.list}>
        {recoveries.map((recovery, place) => (
          <li key={keyOf(recovery)}>
            <RecoveryRow
              recovery={recovery}
              before={recoveries[place - 1] ?? null}
              life={life}
              mayJudge={mayJudge}
              onJudge={judge}
            />
          </li>
        ))}
      </ol>
      <Outcome judging={judging} onUndo={begin} onAgain={again} />
    </Section>
  )
}

interface RecoveryRowProps {
  readonly recovery: Recovery
  readonly before: Recovery | null
  readonly life: LifeShow
  readonly mayJudge: boolean
  readonly onJudge: (ends: Ends, verdict: 'same' | 'different') => void
}

function RecoveryRow({ recovery, before, life, mayJudge, onJudge }: RecoveryRowProps) {
  const { say, figures } = useLanguage()
  const { records, taken } = recovery
  const [first, ...others] = records
  const last = before?.records.at(-1)
  return (
    <>
      <p className={styles.when}>{figures.span(recovery) ?? say('common.date_unknown')}</p>
      <div className={styles.what}>
        <RestsOn id="firearm.reported_by" records={records} life={life} />
        <p className={states.more}>
          {say(`firearm.taken.${taken === 'alone' && others.length > 0 ? 'copies' : taken}`)}
        </p>
        {mayJudge && first && (
          <div className={styles.buttons}>
            {others.map((other) => (
              <Button
                key={other.record}
                onClick={() => onJudge({ record: first.record, other: other.record }, 'different')}
              >
                {say('firearm.two_recoveries', { key: other.key })}
              </Button>
            ))}
            {taken === 'assumed' &&
              others.map((other) => (
                <Button
                  key={other.record}
                  onClick={() => onJudge({ record: first.record, other: other.record }, 'same')}
                >
                  {say('firearm.one_recovery', { key: other.key })}
                </Button>
              ))}
            {last && (
              <Button onClick={() => onJudge({ record: last.record, other: first.record }, 'same')}>
                {say('firearm.one_recovery', { key: last.key })}
              </Button>
            )}
          </div>
        )}
      </div>
    </>
  )
}
