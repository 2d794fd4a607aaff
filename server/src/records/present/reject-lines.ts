import type { Say } from '@proofmark/contract/messages'
import { csvLine } from '../files/csv-line.ts'
import { eachReject, eachRejectedRow } from '../queries/list-rejects.ts'
import type { Run } from '../runs/run.ts'
import { presentReject } from './reject.ts'

/** What a spreadsheet runs as a formula (OWASP, CSV injection); an apostrophe before it makes it text. */
const FORMULA = /^[=+\-@\t\r]/

/** A cell that is safe to open in a spreadsheet. */
export const spreadsheetCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

const line = (cells: readonly string[]) => csvLine(cells.map(spreadsheetCell))

/** The rows that came back as a file: row, field, value, reason, and what would be accepted. */
export async function* rejectLines(run: Run, importId: string, say: Say): AsyncGenerator<string> {
  yield line(['row', 'field', 'value', 'reason', 'accepted'])
  for await (const reject of eachReject(run, importId)) {
    const { row, field, value, reason, accepted } = presentReject(reject, say)
    yield line([String(row), field, value, reason, accepted])
  }
}

/** The same rows whole, as they came. */
export async function* rejectedRowLines(run: Run, importId: string): AsyncGenerator<string> {
  for await (const cells of eachRejectedRow(run, importId)) yield line(cells)
}
