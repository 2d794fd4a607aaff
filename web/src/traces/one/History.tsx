import type { TraceShown, TraceTransition } from '@proofmark/contract/schemas/trace-shown'
import { numbered } from '../../common/numbered.ts'
import { Section } from '../../common/Section.tsx'
import { useLanguage } from '../../frame/language.tsx'
import styles from './TracePage.module.css'

/** How a request came so far: every step with its author, time and reason, the last first. */
export function History({ trace: { history, versions } }: { readonly trace: TraceShown }) {
  const { say, figures } = useLanguage()
  const steps = numbered(history).reverse()
  return (
    <Section heading={say('traces.page.history')} aside={figures.count(history.length)}>
      <ol className={styles.list} reversed>
        {steps.map(({ place, value }) => (
          <li key={place}>
            <Step step={value} />
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

function Step({ step: { state, at, saidAt, by, ours, why } }: { readonly step: TraceTransition }) {
  const { say, figures } = useLanguage()
  return (
    <>
      <span className={styles.what}>{say(`word.trace_state.${state}`)}</span>
      <span className={styles.by}>
        {say(ours ? 'traces.page.by' : 'traces.page.by_partner_said', { by, at: figures.moment(saidAt ?? at) })}
      </span>
      {saidAt !== null && <span className={styles.by}>{say('traces.page.recorded', { at: figures.moment(at) })}</span>}
      {why !== null && (
        <span className={styles.why}>
          <bdi>{why}</bdi>
        </span>
      )}
    </>
  )
}
