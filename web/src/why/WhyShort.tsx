import type { Evidence } from '@proofmark/contract/schemas/find'
import { Figure } from '../common/Figure.tsx'
import { Sentence } from '../common/Sentence.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Bar } from './Bar.tsx'
import { balance, speaksAgainst } from './balance.ts'
import { type Contrast, contrasts } from './contrast.ts'
import styles from './Why.module.css'

interface WhyShortProps {
  readonly evidence: readonly Evidence[]
  /** The evidence of the first candidate, with which this one is compared. */
  readonly first: readonly Evidence[]
}

/**
 * The short form: bars without names on the same scale, those that say what the first says stepped back; the sum; and in
 * words what is unlike the first, what speaks against both, and how many others fit as well.
 */
export function WhyShort({ evidence, first }: WhyShortProps) {
  const { say, figures } = useLanguage()
  const { steps, sum } = balance(evidence)
  const unlike = contrasts(first, evidence)
  const differs = ({ field }: Evidence) => unlike.some((each) => each.field === field)
  const against = steps.filter((step) => speaksAgainst(step) && !differs(step))
  const rivals = steps.find(({ field }) => field === 'rivals')
  return (
    <div className={styles.short}>
      <div className={styles.bars} aria-hidden="true">
        {steps
          .filter(({ field }) => field !== 'prior')
          .map((step) => (
            <Bar key={step.field} step={step} same={!differs(step)} />
          ))}
      </div>
      <p className={styles.total}>
        <span className="unseen">{say('why.sum')} </span>
        <Figure>{figures.bits(sum)}</Figure>
      </p>
      <div className={styles.reasons}>
        {unlike.length === 0 ? (
          <p>{say('why.as_the_first')}</p>
        ) : (
          <>
            <p className={styles.heading}>{say('why.unlike_the_first')}</p>
            <ul className={styles.unlike}>
              {unlike.map((each) => (
                <Unlike key={each.field} contrast={each} />
              ))}
            </ul>
          </>
        )}
        {against.length > 0 && (
          <>
            <p className={styles.heading}>{say('why.against_both')}</p>
            <ul>
              {against.map((step) => (
                <li key={step.field} className={styles.departs}>
                  {say('why.line', { field: say(`why.field.${step.field}`), text: step.text })}{' '}
                  <Figure>{`(${figures.bits(step.bits)})`}</Figure>
                </li>
              ))}
            </ul>
          </>
        )}
        {rivals && (
          <p>
            {say('why.line', { field: say('why.field.rivals'), text: rivals.text })}{' '}
            <Figure>{`(${figures.bits(rivals.bits)})`}</Figure>
          </p>
        )}
      </div>
    </div>
  )
}

/** How a field is unlike the first's: it says another thing, or the same for another number of bits, or nothing. */
function unlikeAs({ own, first }: Contrast): 'other' | 'less' | 'more' | 'absent' | 'new' {
  if (!own) return 'absent'
  if (!first) return 'new'
  if (own.text !== first.text) return 'other'
  return own.bits < first.bits ? 'less' : 'more'
}

/** One field that is unlike the first's: what it says here, and both figures. */
function Unlike({ contrast }: { readonly contrast: Contrast }) {
  const { say, figures } = useLanguage()
  const { field, own, first } = contrast
  const bits = (line: Evidence | null) => <Figure>{figures.bits(line?.bits ?? 0)}</Figure>
  return (
    <li className={own && speaksAgainst(own) ? styles.departs : undefined}>
      <Sentence
        id={`why.unlike.${unlikeAs(contrast)}`}
        parameters={{ field: say(`why.field.${field}`), text: own?.text ?? '' }}
        nodes={{ bits: bits(own), first: bits(first) }}
      />
    </li>
  )
}
