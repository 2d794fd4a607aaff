import type { TraceFigures } from '@proofmark/contract/schemas/trace-shown'
import { Figure } from '../../common/Figure.tsx'
import { Section } from '../../common/Section.tsx'
import tables from '../../common/Table.module.css'
import { useLanguage } from '../../frame/language.tsx'
import styles from './Board.module.css'

/** Why traces fail, the commonest cause first: as a Pareto chart, and as the table that says the same. */
export function Failures({ failures }: Pick<TraceFigures, 'failures'>) {
  const { say, figures } = useLanguage()
  if (failures.length === 0)
    return (
      <Section heading={say('traces.page.failures')}>
        <p className={styles.told}>{say('traces.page.no_failures')}</p>
      </Section>
    )
  return (
    <Section heading={say('traces.page.failures')}>
      <Pareto failures={failures} />
      <table className={tables.table}>
        <caption className="unseen">{say('traces.page.failures')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('traces.page.failure')}</th>
            <th scope="col" className={tables.number}>
              {say('traces.page.figure.traces')}
            </th>
            <th scope="col" className={tables.number}>
              {say('traces.page.figure.up_to')}
            </th>
          </tr>
        </thead>
        <tbody>
          {failures.map(({ code, text, traces, upTo }) => (
            <tr key={code}>
              <th scope="row">
                {code} · {text}
              </th>
              <td className={tables.number} data-label={say('traces.page.figure.traces')}>
                <Figure>{figures.count(traces)}</Figure>
              </td>
              <td className={tables.number} data-label={say('traces.page.figure.up_to')}>
                <Figure>{figures.percent(upTo)}</Figure>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

/** Bars on one scale whose top is all failures, and the dashed line of the share up to each cause. */
function Pareto({ failures }: Pick<TraceFigures, 'failures'>) {
  const { say, figures } = useLanguage()
  const all = failures.reduce((sum, { traces }) => sum + traces, 0)
  const width = 100 / failures.length
  const middle = (place: number) => (place + 0.5) * width
  const points = failures.map(({ upTo }, place) => `${middle(place)},${100 - upTo * 100}`).join(' ')
  return (
    <figure>
      <figcaption className={styles.told}>{say('traces.page.pareto_told')}</figcaption>
      <div className={styles.pareto} aria-hidden="true">
        <div className={styles.scale}>
          <span>{figures.count(all)}</span>
          <span>0</span>
        </div>
        <svg aria-hidden="true" className={styles.plot} viewBox="0 0 100 100" preserveAspectRatio="none">
          {[0, 50].map((y) => (
            <line key={y} className={styles.grid} x1="0" x2="100" y1={y} y2={y} />
          ))}
          {failures.map(({ code, traces }, place) => (
            <rect
              key={code}
              className={styles.bar}
              x={place * width + width * 0.15}
              width={width * 0.7}
              y={100 - (traces / all) * 100}
              height={(traces / all) * 100}
            />
          ))}
          <polyline className={styles.line} points={points} />
        </svg>
        <div className={styles.scale}>
          <span>{figures.percent(1)}</span>
          <span>{figures.percent(0)}</span>
        </div>
        <div className={styles.codes}>
          {failures.map(({ code }) => (
            <span key={code}>{code}</span>
          ))}
        </div>
      </div>
    </figure>
  )
}
