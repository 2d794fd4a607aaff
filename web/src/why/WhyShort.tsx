import type { Evidence } from '@proofmark/contract/schemas/find'
import { Figure } from '../common/Figure.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Bar } from './Bar.tsx'
import { balance } from './balance.ts'
import styles from './Why.module.css'

/** The short form: bars without names on the same scale, the sum, and in words only what speaks against. */
export function WhyShort({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const { say, figures } = useLanguage()
  const { steps, sum } = balance(evidence)
  const against = steps.filter((step) => step.field !== 'prior' && step.bits <= -0.05)
  return (
    <div className={styles.short}>
      <div className={styles.bars} aria-hidden="true">
        {steps
          .filter((step) => step.field !== 'prior')
          .map((step) => (
            <Bar key={step.field} step={step} />
          ))}
      </div>
      <p className={styles.total}>
        <span className="unseen">{say('why.sum')} </span>
        <Figure>{figures.bits(sum)}</Figure>
      </p>
      <div className={styles.reasons}>
        {against.length === 0 ? (
          <p>{say('why.nothing_against')}</p>
        ) : (
          <>
            <p className={styles.heading}>{say('why.against_it')}</p>
            <ul>
              {against.map((step) => (
                <li key={step.field}>
                  {say('why.line', { field: say(`why.field.${step.field}`), text: step.text })}{' '}
                  <Figure>{`(${figures.bits(step.bits)})`}</Figure>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  )
}
