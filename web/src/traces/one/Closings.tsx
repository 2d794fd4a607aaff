import type { TraceClosing } from '@proofmark/contract/schemas/trace-shown'
import { Facts } from '../../common/Facts.tsx'
import { Section } from '../../common/Section.tsx'
import { useLanguage } from '../../frame/language.tsx'
import styles from './TracePage.module.css'

/** How a request was closed, each time it was, and whether it counts as traced. */
export function Closings({ closings }: { readonly closings: readonly TraceClosing[] }) {
  const { say, figures } = useLanguage()
  if (closings.length === 0) return null
  return (
    <Section heading={say('traces.page.closing')}>
      <ol className={styles.list}>
        {closings.map(({ number, originStatus, outcome, failure, point, why, by, at, counts, approval }) => (
          <li key={number}>
            <span className={styles.what}>{say(`word.origin_status.${originStatus}`)}</span>
            <span>{say(`word.trace_outcome.${outcome}`)}</span>
            {failure !== null && (
              <span>
                {failure} · {say(`failure.${failure}`)}
              </span>
            )}
            {point !== null && (
              <span>
                <Facts>
                  {[
                    say(`word.explanation.${point.kind}`),
                    figures.span(point.window) ?? say('common.date_unknown'),
                    point.place ?? say('traces.page.no_place'),
                  ]}
                </Facts>
              </span>
            )}
            <span className={styles.by}>
              <Facts>{[by, figures.moment(at)]}</Facts>
            </span>
            <span className={styles.why}>
              <bdi>{why}</bdi>
            </span>
            <span className={styles.what}>{say(`traces.page.counts.${counts}`)}</span>
            {approval !== null && (
              <>
                <span className={styles.by}>
                  <Facts>{[approval.by, figures.moment(approval.at)]}</Facts>
                </span>
                <span className={styles.why}>
                  <bdi>{approval.why}</bdi>
                </span>
              </>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
