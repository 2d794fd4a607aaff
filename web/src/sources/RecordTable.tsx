import type { SourceRecord } from '@proofmark/contract/schemas/source'
import { Facts } from '../common/Facts.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { itemFacts, itemName } from '../common/item.tsx'
import tables from '../common/Table.module.css'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Mark } from '../mark/Mark.tsx'
import styles from './SourcesPage.module.css'

const COLUMNS = ['item', 'mark', 'event', 'key'] as const

/** One line a record: what it is, its mark, what happened when, and the source's own key. */
export function RecordTable({ records }: { readonly records: readonly SourceRecord[] }) {
  const language = useLanguage()
  const { say, figures } = language
  return (
    <table className={tables.table}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {say(`sources.record.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {records.map(({ record, key, event, date, read }) => (
          <tr key={record}>
            <th scope="row" data-label={say('sources.record.item')}>
              <span>
                <Go to={`/records/${record}`}>{itemName(language, read)}</Go>
                <span className={styles.facts}>
                  <Facts>{itemFacts(language, read)}</Facts>
                </span>
              </span>
            </th>
            <td data-label={say('sources.record.mark')}>
              <span className={styles.mark}>
                <Mark mark={read.serial} size="text" />
              </span>
            </td>
            <td data-label={say('sources.record.event')}>
              <span>
                {figures.span(date) ?? say('common.date_unknown')}
                <span className={styles.facts}>{say(`word.event.${event}`)}</span>
              </span>
            </td>
            <td data-label={say('sources.record.key')}>
              <Identifier mono>{key}</Identifier>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
