import type { TraceClosing } from '@proofmark/contract/schemas/trace-shown'
import { COUNTS_AS_TRACED } from '@proofmark/contract/trace-words'
import { Facts } from '../../common/Facts.tsx'
import { Section } from '../../common/Section.tsx'
import { useLanguage } from '../../frame/language.tsx'
import styles from './TracePage.module.css'

const COUNTING: ReadonlySet<string> = new Set(COUNTS_AS_TRACED)

/** Does it wait for a second person since it would take out what counts? */
const waitsToLeave = (counts: TraceClosing['counts'], status: string): boolean =>
  counts === 'waits' && !COUNTING.has(status)

/** How a request was closed, each time it was, and whether it counts as traced. */
export function Closings({ closings }: { readonly closings: readonly TraceClosing[] }) {
  const { say, figures } = useLanguage()
  if (closings.length === 0) return null
  return (
    <Section heading={say('traces.page.closing')}>
      <ol className={styles.list}>
        {closings.map(
          ({ number, originStatus, outcome, failure, point, why, by, at, corrects, stands, counts, approval }) => (
            <li key={number}>
              <span className={styles.what}>{say(`word.origin_status.${originStatus}`)}</span>
              {corrects !== null && <span>{say('traces.page.corrects')}</span>}
              {!stands && counts !== 'waits' && <span>{say('traces.page.stands_no_more')}</span>}
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
              <span className={styles.what}>
                {say(waitsToLeave(counts, originStatus) ? 'traces.page.counts.leaves' : `traces.page.counts.${counts}`)}
              </span>
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
          ),
        )}
      </ol>
    </Section>
  )
}
