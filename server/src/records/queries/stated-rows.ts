import { ProofmarkError } from '@proofmark/contract/errors'
import { openTable } from '../files/open-table.ts'
import { ITEM_COLUMNS, recogniseColumns } from '../rules/standard-columns.ts'

/** What one row of a list states of an item, by our own columns. */
export interface StatedRow {
  readonly row: number
  readonly stated: Readonly<Record<string, string>>
}

const STATED: readonly string[] = [...ITEM_COLUMNS, 'part', 'place']

/** Our column as a field of an item. */
const fieldOf = (column: string) => (column === 'serial_state' ? 'serialState' : column)

/**
 * The rows of a file, as far as they state an item by our own columns, in any case and order; others are left alone. The
 * file is parsed in a process of its own. Throws `file_unreadable`, and `columns_missing` where no column is for a
 * serial.
 */
export async function* statedRows(file: string, content: AsyncIterable<Uint8Array>): AsyncGenerator<StatedRow> {
  const table = await openTable(file, content)
  try {
    const columns = [...recogniseColumns(table.headings)].filter(([, column]) => STATED.includes(column))
    if (!columns.some(([, column]) => column === 'serial')) {
      const found = table.headings.join(', ').slice(0, 300)
      throw new ProofmarkError('columns_missing', { file, columns: found, accepted: STATED.join(', ') })
    }
    for await (const { row, cells } of table.rows) {
      const stated = columns.map(([heading, column]) => [fieldOf(column), cells[heading] ?? ''] as const)
      yield { row, stated: Object.fromEntries(stated) }
    }
  } finally {
    await table.close()
  }
}
