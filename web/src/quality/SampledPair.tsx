import type { AnswerError } from '@proofmark/contract/client'
import type { QualityRecord, SamplePair } from '@proofmark/contract/schemas/quality'
import { useId, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Facts } from '../common/Facts.tsx'
import { Failed } from '../common/Failed.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { itemFacts, itemName } from '../common/item.tsx'
import { answerError, api } from '../frame/api.ts'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Mark } from '../mark/Mark.tsx'
import { Line } from '../questions/Line.tsx'
import { GROUNDS } from './grounds.ts'
import styles from './QualityPage.module.css'

const VERDICTS = ['same', 'different', 'undecided'] as const
type Verdict = (typeof VERDICTS)[number]

interface SampledPairProps {
  readonly sample: string
  readonly pair: SamplePair
}

/** Two records of the sample side by side; what the model says of them stands there once somebody has judged. */
export function SampledPair({ sample, pair }: SampledPairProps) {
  const { say } = useLanguage()
  const id = useId()
  const [judged, setJudged] = useState<{ readonly pair: SamplePair; readonly waits: boolean } | null>(null)
  const [wish, setWish] = useState<Verdict | null>(null)
  const [error, setError] = useState<AnswerError | null>(null)
  const { record, other, place } = pair
  const judge = async (verdict: Verdict) => {
    if (wish !== null && error === null) return
    setWish(verdict)
    setError(null)
    try {
      const ends = { record: record.record, other: other.record }
      const made = await api('judge', { id: crypto.randomUUID(), ...ends, verdict, grounds: GROUNDS })
      const { pairs } = await api('samplePairs', { sample, after: place - 1, grounds: GROUNDS })
      const now = pairs.find((each) => each.place === place)
      setJudged({ pair: { ...(now ?? pair), judged: verdict }, waits: made.judgement.state === 'waiting' })
    } catch (thrown) {
      setError(answerError(thrown))
    }
  }
  return (
    <article className={styles.pair} aria-labelledby={id}>
      <p id={id} className={styles.quiet}>
        {say('quality.pair', { place })}
      </p>
      <div className={styles.two}>
        <Shown record={record} />
        <Shown record={other} />
      </div>
      {judged ? (
        <Told judged={judged.pair} waits={judged.waits} />
      ) : (
        <p className={styles.buttons}>
          {VERDICTS.map((verdict) => (
            <Button
              key={verdict}
              weight={verdict === 'undecided' ? 'word' : 'outlined'}
              aria-describedby={id}
              aria-disabled={wish !== null && error === null}
              onClick={() => void judge(verdict)}
            >
              {say(`quality.${verdict}`)}
            </Button>
          ))}
        </p>
      )}
      {error && wish && <Failed error={error} onAgain={() => void judge(wish)} />}
    </article>
  )
}

function Shown({ record: { record, source, key, agency, read } }: { readonly record: QualityRecord }) {
  const language = useLanguage()
  return (
    <div className={styles.shown}>
      <p>
        <Go to={`/records/${record}`}>{itemName(language, read)}</Go>
      </p>
      <p className={styles.quiet}>
        <Facts>{itemFacts(language, read)}</Facts>
      </p>
      <p>
        <Mark mark={read.serial} size="text" />
      </p>
      <p className={styles.quiet}>
        <Facts>
          {[
            source,
            <Identifier key="key" mono>
              {key}
            </Identifier>,
            agency,
          ]}
        </Facts>
      </p>
    </div>
  )
}

function Told({ judged, waits }: { readonly judged: SamplePair; readonly waits: boolean }) {
  const { say, figures } = useLanguage()
  const { model } = judged
  return (
    <div role="status" className={styles.told}>
      <Line className={styles.done} focused>
        {say(`quality.you_judged.${judged.judged}`)}
      </Line>
      {waits && <p>{say('quality.waits')}</p>}
      {model && (
        <p>
          {say(model.linked ? 'quality.model_followed' : 'quality.model_not', {
            probability: figures.probability(model.probability),
          })}
        </p>
      )}
      <p>
        <Go to={`/why-not/${judged.record.record}/${judged.other.record}`}>{say('quality.compare')}</Go>
      </p>
    </div>
  )
}
