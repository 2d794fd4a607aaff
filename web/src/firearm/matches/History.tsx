import type { Judgement } from '@proofmark/contract/schemas/judgement'
import { Button } from '../../common/Button.tsx'
import { Facts } from '../../common/Facts.tsx'
import { useLanguage } from '../../frame/language.tsx'
import styles from './History.module.css'
import type { Act, Ends } from './useJudging.ts'

interface HistoryProps {
  readonly judgements: readonly Judgement[]
  readonly pair: Ends
  readonly mayJudge: boolean
  readonly onAct: (act: Act) => void
}

/** Everything that was ever judged of two records, the last first: none is deleted, and the last that stands counts. */
export function History({ judgements, pair, mayJudge, onAct }: HistoryProps) {
  const { say, figures } = useLanguage()
  if (judgements.length === 0) return null
  const count = judgements.length
  return (
    <details className={styles.history}>
      <summary>{say('firearm.history', { count, figure: figures.count(count) })}</summary>
      <ol>
        {judgements
          .toSorted((one, other) => Number(other.number) - Number(one.number))
          .map((judgement) => (
            <li key={judgement.id} className={judgement.state === 'standing' ? styles.standing : styles.past}>
              <p className={styles.verdict}>
                {say(`firearm.verdict.${judgement.about}.${judgement.verdict}`)}{' '}
                <span>{say(`firearm.state.${judgement.state}`)}</span>
                {judgement.bulk && <span> {say('firearm.among_many')}</span>}
              </p>
              <p className={styles.who}>
                <Facts>{[judgement.by, judgement.agency, figures.moment(judgement.at)]}</Facts>
              </p>
              {judgement.reason !== null && (
                <p className={styles.reason}>
                  <bdi>{judgement.reason}</bdi>
                </p>
              )}
              {mayJudge && judgement.withdrawable && judgement.state === 'standing' && (
                <Button weight="word" onClick={() => onAct({ kind: 'withdraw', ...pair, judgement })}>
                  {say('firearm.take_back')}
                </Button>
              )}
            </li>
          ))}
      </ol>
    </details>
  )
}
