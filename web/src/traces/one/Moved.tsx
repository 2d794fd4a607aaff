import type { KeptFinding } from '@proofmark/contract/schemas/trace-shown'
import { numbered } from '../../common/numbered.ts'
import { Section } from '../../common/Section.tsx'
import { useLanguage } from '../../frame/language.tsx'
import styles from './Moved.module.css'
import { moveOf } from './moved.ts'

/** What the reply moved: the finding as it stood when it was asked, beside the one that the answer led to. */
export function Moved({ findings }: { readonly findings: readonly KeptFinding[] }) {
  const { say, figures } = useLanguage()
  const { before, after, kind, days } = moveOf(findings)
  const widths =
    days && kind !== 'elsewhere' && kind !== 'same'
      ? say('traces.page.moved_days', {
          before: days.before,
          beforeFigure: figures.count(days.before),
          after: days.after,
          afterFigure: figures.count(days.after),
        })
      : null
  return (
    <Section heading={say('traces.page.moved')}>
      <p className={styles.sentence}>
        {say(`traces.page.moved.${kind}`)} {widths}
      </p>
      <div className={styles.two}>
        {before && <Finding finding={before} />}
        {after && <Finding finding={after} />}
      </div>
    </Section>
  )
}

function Finding({ finding }: { readonly finding: KeptFinding }) {
  const { say, figures } = useLanguage()
  const { occasion, at, status, diversions, records } = finding
  return (
    <div className={styles.finding}>
      <h3>{say(`word.finding_occasion.${occasion}`)}</h3>
      <p className={styles.aside}>{figures.moment(at)}</p>
      <p className={styles.status}>{say(`word.life_status.${status}`)}</p>
      {diversions.length === 0 && <p className={styles.aside}>{say('traces.page.no_window')}</p>}
      <ol className={styles.windows}>
        {numbered(diversions).map(({ place, value }) => (
          <li key={place}>
            <span className={styles.span}>
              {figures.span({ from: value.from, to: value.to }) ?? say('common.date_unknown')}
            </span>
            <span>{say(`word.explanation.${value.kind}`)}</span>
            {value.place !== null && (
              <span>
                <bdi>{value.place}</bdi>
              </span>
            )}
            <span className={styles.aside}>{say(`word.confidence.${value.confidence}`)}</span>
          </li>
        ))}
      </ol>
      <p className={styles.aside}>
        {say('traces.page.of_records', { count: records, figure: figures.count(records) })}
      </p>
    </div>
  )
}
