import type { LedgerShow } from '@proofmark/contract/schemas/ledger'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import table from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'
import { LedgerKind } from './KindWords.tsx'

/** What was exchanged last, as it stands in the tree: hashes, and no content. */
export function LedgerEntries({ entries }: Pick<LedgerShow, 'entries'>) {
  const { say, figures } = useLanguage()
  const column = (name: string) => say(`ledger.page.column.${name}`)
  return (
    <Section heading={say('ledger.page.entries')}>
      <p className={styles.how}>{say('ledger.page.entries_how')}</p>
      {entries.length === 0 ? (
        <p>{say('ledger.page.empty')}</p>
      ) : (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{column('place')}</th>
              <th scope="col">{say('exchange.page.column.kind')}</th>
              <th scope="col">{say('exchange.page.column.partner')}</th>
              <th scope="col">{say('exchange.page.column.at')}</th>
              <th scope="col">{column('hash')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ index, at, direction, partner, kind, hash }) => (
              <tr key={`${index} ${at} ${hash}`}>
                <th scope="row" data-label={column('place')}>
                  {index === null ? say('ledger.page.no_place') : figures.count(index)}
                </th>
                <td data-label={say('exchange.page.column.kind')}>
                  <LedgerKind kind={kind} />
                </td>
                <td data-label={say('exchange.page.column.partner')}>
                  {partner === null ? (
                    <span className={styles.quiet}>–</span>
                  ) : (
                    <span>
                      {say(`ledger.page.direction.${direction}`)} <Identifier mono>{partner}</Identifier>
                    </span>
                  )}
                </td>
                <td data-label={say('exchange.page.column.at')}>{figures.moment(at)}</td>
                <td data-label={column('hash')}>
                  <Identifier mono>{hash.slice(0, 16)}</Identifier>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
