import type { Say } from '@proofmark/contract/messages'
import type { Run } from '../../access/context.ts'
import { formOfRejectedRows } from '../queries/form-of-rejected-rows.ts'
import { eachReject, eachRejectedRow } from '../queries/list-rejects.ts'
import { presentReject } from './reject.ts'
import { spreadsheetLine } from './spreadsheet-line.ts'

/** The rows that came back as a file: row, field, value, reason, and what would be accepted. */
export async function* rejectLines(run: Run, importId: string, say: Say): AsyncGenerator<string> {
  yield spreadsheetLine(['row', 'field', 'value', 'reason', 'accepted'])
  for await (const reject of eachReject(run, importId)) {
    const { row, field, value, reason, accepted } = presentReject(reject, say)
    yield spreadsheetLine([String(row), field, value, reason, accepted])
  }
}

/** The same rows whole, as they came, for the profile that sent them back to read again. */
export async function* rejectedRowLines(run: Run, importId: string): AsyncGenerator<string> {
  const { delimiter, above } = await run((context) => formOfRejectedRows(context, importId))
  yield '\r\n'.repeat(above)
  for await (const cells of eachRejectedRow(run, importId)) yield spreadsheetLine(cells, delimiter)
}
