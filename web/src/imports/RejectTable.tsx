import type { ImportReject } from '@proofmark/contract/schemas/import'
import { Identifier } from '../common/Identifier.tsx'
import tables from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import styles from './RejectTable.module.css'
import { Visible } from './Visible.tsx'

const COLUMNS = ['row', 'column', 'value', 'why', 'accepted'] as const

/** Rows that came back: where, what stands there, why it came back, and what would be accepted. */
export function RejectTable({ rejects }: { readonly rejects: readonly ImportReject[] }) {
  const { say, figures } = useLanguage()
  const label = (column: (typeof COLUMNS)[number]) => say(`imports.back.${column}`)
  return (
    <table className={`${tables.table} ${styles.rejects}`}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {label(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rejects.map(({ row, field, value, reason, accepted }) => (
          <tr key={row}>
            <th scope="row" data-label={label('row')}>
              {figures.count(row)}
            </th>
            <td data-label={label('column')}>
              {field === '' ? (
                <span className={tables.quiet}>{say('imports.back.whole_row')}</span>
              ) : (
                <Identifier mono>{field}</Identifier>
              )}
            </td>
            <td data-label={label('value')}>
              <Visible>{value}</Visible>
            </td>
            <td data-label={label('why')} className={styles.why}>
              <bdi>{reason}</bdi>
            </td>
            <td data-label={label('accepted')} className={styles.accepted}>
              <bdi>{accepted}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
