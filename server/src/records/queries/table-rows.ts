import type { FileRow } from '../files/file-row.ts'
import { openTable } from '../files/open-table.ts'

/**
 * The rows of a CSV file or a workbook as they stand, by heading, for a desk whose tables are no records. Throws
 * `file_unreadable`.
 */
export async function* tableRows(file: string, content: AsyncIterable<Uint8Array>): AsyncGenerator<FileRow> {
  const table = await openTable(file, content)
  try {
    yield* table.rows
  } finally {
    await table.close()
  }
}
