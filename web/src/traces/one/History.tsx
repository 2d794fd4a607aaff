import type { TraceShown, TraceTransition } from '@proofmark/contract/schemas/trace-shown'
import type { TraceDirection } from '@proofmark/contract/trace-words'
import { Facts } from '../../common/Facts.tsx'
import { numbered } from '../../common/numbered.ts'
import { Section } from '../../common/Section.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { reasonSaid, stateWord } from '../state-word.ts'
import styles from './TracePage.module.css'

/** How a request came so far: every step with its author, time and reason, the last first. */
export function History({ trace: { history, versions, direction } }: { readonly trace: TraceShown }) {
  const { say, figures } = useLanguage()
  const steps = numbered(history).reverse()
  return (
    <Section heading={say('traces.page.history')} aside={figures.count(history.length)}>
      <ol className={styles.list} reversed>
        {steps.map(({ place, value }) => (
          <li key={place}>
            <Step step={value} direction={direction} />
          </li>
        ))}
      </ol>
      {versions.length > 1 && (
        <p className={styles.told}>
          {say('traces.page.versions', { count: versions.length, figure: figures.count(versions.length) })}
        </p>
      )}
    </Section>
  )
}

interface StepProps {
  readonly step: TraceTransition
  readonly direction: TraceDirection
}

function Step({ step, direction }: StepProps) {
  const { state, at, saidAt, by, ours, why } = step
  const { say, figures } = useLanguage()
  return (
    <>
      <span className={styles.what}>{stateWord(say, state, direction)}</span>
      <span className={styles.by}>
        <Facts>{[by, ours ? null : say('traces.page.of_partner'), figures.moment(saidAt ?? at)]}</Facts>
      </span>
      {saidAt !== null && <span className={styles.by}>{say('traces.page.recorded', { at: figures.moment(at) })}</span>}
      {why !== null && (
        <span className={styles.why}>
          <bdi>{reasonSaid(say, why)}</bdi>
        </span>
      )}
    </>
  )
}
