import type { Judgement } from '@proofmark/contract/schemas/judgement'
import { Button } from '../../common/Button.tsx'
import { Sentence } from '../../common/Sentence.tsx'
import { useLanguage } from '../../frame/language.tsx'
import type { Act, Ends } from './useJudging.ts'
import styles from './Waiting.module.css'

interface WaitingProps {
  readonly judgements: readonly Judgement[]
  readonly pair: Ends
  readonly describedBy: string
  readonly mayJudge: boolean
  readonly onAct: (act: Act) => void
}

/** Verdicts that count only once a second person has confirmed them, since a source demands it. */
export function Waiting({ judgements, pair, describedBy, mayJudge, onAct }: WaitingProps) {
  const { say, figures } = useLanguage()
  const waiting = judgements.filter(({ state }) => state === 'waiting')
  if (waiting.length === 0) return null
  return (
    <ul className={styles.waiting}>
      {waiting.map((judgement) => (
        <li key={judgement.id}>
          <p>
            <Sentence
              id="firearm.waits"
              parameters={{ verdict: say(`firearm.verdict.${judgement.about}.${judgement.verdict}`) }}
              nodes={{ by: <bdi>{judgement.by}</bdi>, at: <bdi>{figures.moment(judgement.at)}</bdi> }}
            />
          </p>
          {mayJudge && judgement.secondable && (
            <Button
              weight="main"
              aria-describedby={describedBy}
              onClick={() => onAct({ kind: 'second', ...pair, judgement })}
            >
              {say('firearm.confirm')}
            </Button>
          )}
          {mayJudge && judgement.withdrawable && (
            <Button
              weight="word"
              aria-describedby={describedBy}
              onClick={() => onAct({ kind: 'withdraw', ...pair, judgement })}
            >
              {say('firearm.take_back')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
