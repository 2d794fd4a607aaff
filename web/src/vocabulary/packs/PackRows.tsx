import type { PackRow } from '@proofmark/contract/schemas/vocabulary-pack'
import { VOCABULARY_FIELDS } from '@proofmark/domain/vocabulary-field'
import { Facts } from '../../common/Facts.tsx'
import tables from '../../common/Table.module.css'
import { type Language, useLanguage } from '../../frame/language.tsx'
import { meaningShown, textShown } from '../meaning.tsx'
import styles from './PacksPage.module.css'

interface PackRowsProps {
  readonly rows: readonly PackRow[]
  readonly chosen: ReadonlySet<number>
  /** Can rows be chosen now? */
  readonly open: boolean
  readonly onChoose: (row: number, is: boolean) => void
}

const fieldOf = (row: PackRow) => VOCABULARY_FIELDS.find((field) => field === row.field)

function meaning(language: Language, row: PackRow, means: PackRow['means'] | null) {
  const field = fieldOf(row)
  return field && means ? meaningShown(language, { field, ...means }) : null
}

/** The rows of a pack, each with how it stands to what the agency decided; what is new or contradicts can be chosen. */
export function PackRows({ rows, chosen, open, onChoose }: PackRowsProps) {
  const language = useLanguage()
  const { say } = language
  const label = (column: string) => say(`vocabulary.pack_column.${column}`)
  return (
    <table className={tables.table}>
      <thead>
        <tr>
          {['text', 'means', 'standing_to', 'own', 'records'].map((column) => (
            <th key={column} scope="col">
              {label(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.row}>
            <th scope="row">
              {(row.standing === 'new' || row.standing === 'contradicts') && (
                <>
                  <input
                    type="checkbox"
                    aria-label={say('vocabulary.pack_take_row', { row: row.row, text: row.text })}
                    checked={chosen.has(row.row)}
                    disabled={!open}
                    onChange={({ target }) => onChoose(row.row, target.checked)}
                  />{' '}
                </>
              )}
              {textShown(language, row.text)}
              <span className={styles.of}>
                <Facts>
                  {[
                    fieldOf(row) ? say(`vocabulary.field.${row.field}`) : row.field,
                    row.make && say('vocabulary.under', { make: row.make }),
                  ]}
                </Facts>
              </span>
            </th>
            <td data-label={label('means')}>{meaning(language, row, row.means)}</td>
            <td data-label={label('standing_to')}>
              {say(`vocabulary.pack_standing.${row.standing}`)}
              {row.fault && <span className={styles.of}>{say(`vocabulary.pack_fault.${row.fault}`)}</span>}
            </td>
            <td data-label={label('own')}>{meaning(language, row, row.own)}</td>
            <td data-label={label('records')}>{row.records && <bdi dir="ltr">{row.records}</bdi>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
