import type { BallisticFigures } from '@proofmark/contract/schemas/ballistic'
import { Figure } from '../common/Figure.tsx'
import { Section } from '../common/Section.tsx'
import tables from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import styles from './Ballistics.module.css'

/** How leads came out, whether examiners agree and how long leads take, each with what it rests on. */
export function Coverage({ figures: counted }: { readonly figures: BallisticFigures }) {
  const { say, figures } = useLanguage()
  const { leads, examined, confirmed, excluded, inconclusive, confirmationRate, agreement, leadDays } = counted
  const share = (value: number | null) => (value === null ? null : figures.percent(value))
  const rows = [
    ['rate', share(confirmationRate), confirmed + excluded, leads],
    ['agreement', share(agreement.of === 0 ? null : agreement.counted / agreement.of), agreement.of, null],
    ['lead_days', leadDays.median === null ? null : figures.count(leadDays.median), leadDays.counted, leadDays.of],
  ] as const
  return (
    <Section heading={say('ballistic.page.figures')}>
      <p className={styles.told}>{say('ballistic.coverage', { leads, examined, confirmed, excluded, inconclusive })}</p>
      <table className={tables.table}>
        <caption className="unseen">{say('ballistic.page.figures')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('ballistic.page.column.figure')}</th>
            <th scope="col" className={tables.number}>
              {say('ballistic.page.column.value')}
            </th>
            <th scope="col">{say('ballistic.page.column.rests_on')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, value, counts, of]) => (
            <tr key={name}>
              <th scope="row">{say(`ballistic.page.figure.${name}`)}</th>
              <td className={tables.number} data-label={say('ballistic.page.column.value')}>
                {value === null ? (
                  <span className={tables.quiet}>{say('ballistic.page.none_yet')}</span>
                ) : (
                  <Figure>{value}</Figure>
                )}
              </td>
              <td data-label={say('ballistic.page.column.rests_on')}>
                {of === null
                  ? say('ballistic.page.rests_on', { counted: counts })
                  : say('ballistic.page.rests_on_of', { counted: counts, of })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
