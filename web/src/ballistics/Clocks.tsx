import type { BallisticClock } from '@proofmark/contract/schemas/ballistic'
import { Figure } from '../common/Figure.tsx'
import { Section } from '../common/Section.tsx'
import tables from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import styles from './Ballistics.module.css'
import { StatedDay } from './StatedDay.tsx'

/** From the recovery to the investigator: on which day what happened, and by when it should have. */
export function Clocks({ clocks }: { readonly clocks: readonly BallisticClock[] }) {
  const { say, figures } = useLanguage()
  return (
    <Section heading={say('ballistic.page.clocks')}>
      <p className={styles.told}>{say('ballistic.page.clocks_told')}</p>
      <table className={tables.table}>
        <caption className="unseen">{say('ballistic.page.clocks')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('ballistic.page.column.step')}</th>
            <th scope="col">{say('ballistic.page.column.day')}</th>
            <th scope="col" className={tables.number}>
              {say('ballistic.page.column.days_taken')}
            </th>
            <th scope="col">{say('ballistic.page.column.due')}</th>
          </tr>
        </thead>
        <tbody>
          {clocks.map(({ step, day, due, days, late }) => (
            <tr key={step}>
              <th scope="row">{say(`ballistic.step.${step}`)}</th>
              <td data-label={say('ballistic.page.column.day')}>
                {day === null ? (
                  <span className={tables.quiet}>{say('ballistic.page.not_known')}</span>
                ) : (
                  <StatedDay>{day}</StatedDay>
                )}
              </td>
              <td className={tables.number} data-label={say('ballistic.page.column.days_taken')}>
                {days !== null && <Figure>{figures.count(days)}</Figure>}
              </td>
              <td data-label={say('ballistic.page.column.due')}>
                {due !== null && (
                  <div>
                    <StatedDay>{due}</StatedDay>
                    {late && <span className={styles.late}> {say('ballistic.late')}</span>}
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
