import type { Evidence } from '@proofmark/contract/schemas/find'
import { Figure } from '../common/Figure.tsx'
import { Sentence } from '../common/Sentence.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Bar } from './Bar.tsx'
import { alone, balance, position, speaksAgainst } from './balance.ts'
import styles from './Why.module.css'

interface WhyProps {
  readonly evidence: readonly Evidence[]
  /** Null: a person has judged, and no figure counts beside that. */
  readonly probability: number | null
}

/**
 * Why a candidate stands where it does: a waterfall in bits, each field beginning where the last ended, beside the
 * upright line of even odds. Read as an ordered list; the bars are hidden from screen readers, the figures are not.
 */
export function Why({ evidence, probability }: WhyProps) {
  const { say, figures } = useLanguage()
  const { steps, sum, own, end, ofPair } = balance(evidence)
  const byItself = figures.probability(alone(own))
  const amongRivals = figures.probability(probability ?? alone(own))
  const inWords = byItself === amongRivals ? 'why.probability' : 'why.among_rivals'
  const judged = probability === null ? 'why.judged' : null
  return (
    <div className={ofPair ? styles.pair : styles.why}>
      <div className={styles.scale} aria-hidden="true">
        <span className={styles.ticks}>
          {(ofPair ? [] : ([-20, 0, 20] as const)).map((bits) => (
            <span key={bits} style={{ insetInlineStart: `${position(bits).percent}%` }}>
              <bdi dir={bits === 0 ? 'auto' : 'ltr'}>{say(`why.scale.${TICKS[bits]}`)}</bdi>
            </span>
          ))}
        </span>
        <span className={styles.bits}>{say('why.bits')}</span>
      </div>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step.field} className={speaksAgainst(step) ? styles.against : styles.step}>
            <span className={styles.field}>{say(`why.field.${step.field}`)}</span>
            <Bar step={step} />
            <span className={styles.bits}>
              <Figure>{figures.bits(step.bits)}</Figure>
            </span>
            <span className={styles.text}>
              {speaksAgainst(step) && <strong>{say('why.against')} </strong>}
              {step.text}
            </span>
          </li>
        ))}
        <li className={styles.sum}>
          <span className={styles.field}>{say('why.sum')}</span>
          <span className={styles.track} aria-hidden="true">
            <span className={styles.tick} style={{ insetInlineStart: `${position(end).percent}%` }} />
          </span>
          <span className={styles.bits}>
            <Figure>{figures.bits(sum)}</Figure>
          </span>
          <span className={styles.text}>
            <Sentence
              id={judged ?? (ofPair ? 'why.of_pair' : inWords)}
              nodes={{ alone: <Figure>{byItself}</Figure>, probability: <Figure>{amongRivals}</Figure> }}
            />
          </span>
        </li>
      </ol>
    </div>
  )
}

const TICKS = { '-20': 'million', '0': 'even', '20': 'millionfold' } as const
