import type { PartnerShown } from '@proofmark/contract/schemas/partner'
import { Section } from '../common/Section.tsx'
import table from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'

/** What a partner was told that was not right, and whether its receipt of the correction came. */
export function Corrections({ corrections }: Pick<PartnerShown, 'corrections'>) {
  const { say, figures } = useLanguage()
  const column = (name: string) => say(`exchange.page.column.${name}`)
  return (
    <Section heading={say('exchange.page.corrections_sent')}>
      {corrections.length === 0 ? (
        <p>{say('exchange.page.no_corrections')}</p>
      ) : (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{column('subject')}</th>
              <th scope="col">{column('said')}</th>
              <th scope="col">{column('made')}</th>
              <th scope="col">{column('standing')}</th>
            </tr>
          </thead>
          <tbody>
            {corrections.map(({ correction, subject, said, erase, by, at, state }) => (
              <tr key={correction}>
                <th scope="row" data-label={column('subject')}>
                  <bdi>{subject}</bdi>
                </th>
                <td data-label={column('said')}>
                  <div>
                    <p>
                      <bdi>{said}</bdi>
                    </p>
                    {erase && <p className={styles.more}>{say('exchange.page.to_erase')}</p>}
                  </div>
                </td>
                <td data-label={column('made')}>
                  <bdi>{by}</bdi>
                  {figures.comma}
                  {figures.moment(at)}
                </td>
                <td data-label={column('standing')}>
                  <span className={state === 'dead' || state === 'given_up' ? styles.warn : undefined}>
                    {state === 'acknowledged'
                      ? say('exchange.page.receipt_here')
                      : say('exchange.page.receipt_missing', { state: say(`word.outbox_state.${state}`) })}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
