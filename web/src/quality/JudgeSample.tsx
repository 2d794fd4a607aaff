import type { AnswerError } from '@proofmark/contract/client'
import type { SamplePair, SampleShown } from '@proofmark/contract/schemas/quality'
import { useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { answerError, api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { GROUNDS } from './grounds.ts'
import styles from './QualityPage.module.css'
import { SampledPair } from './SampledPair.tsx'

interface JudgeSampleProps {
  readonly sample: SampleShown
  /** The last pair of the page was judged. */
  readonly onEnded: () => void
}

/** The pairs of the sample that nobody judged yet, a page at a time, without what the model says of them. */
export function JudgeSample({ sample, onEnded }: JudgeSampleProps) {
  const { say } = useLanguage()
  const [pairs, setPairs] = useState<readonly SamplePair[] | null>(null)
  const [after, setAfter] = useState<number | null>(0)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<AnswerError | null>(null)
  const ask = () => {
    if (busy || after === null) return
    setBusy(true)
    setError(null)
    api('samplePairs', { sample: sample.id, open: true, after, grounds: GROUNDS }).then(
      (answer) => {
        setBusy(false)
        setPairs([...(pairs ?? []), ...answer.pairs])
        setAfter(answer.next)
      },
      (thrown: unknown) => {
        setBusy(false)
        setError(answerError(thrown))
      },
    )
  }
  return (
    <div className={styles.judging}>
      <h3>{say('quality.judge')}</h3>
      <p className={styles.how}>{say('quality.judge_how')}</p>
      {pairs?.length === 0 && <p>{say('quality.all_judged')}</p>}
      {pairs && pairs.length > 0 && (
        <ol className={styles.list}>
          {pairs.map((pair) => (
            <li key={pair.place}>
              <SampledPair sample={sample.id} pair={pair} />
            </li>
          ))}
        </ol>
      )}
      {error && <Failed error={error} onAgain={ask} />}
      <p className={styles.buttons}>
        {after !== null && (
          <Button weight={pairs === null ? 'main' : 'outlined'} aria-disabled={busy} onClick={ask}>
            {say(pairs === null ? 'quality.judge_begin' : 'quality.more')}
          </Button>
        )}
        {pairs !== null && pairs.length > 0 && (
          <Button weight="word" onClick={onEnded}>
            {say('quality.count_anew')}
          </Button>
        )}
      </p>
    </div>
  )
}
