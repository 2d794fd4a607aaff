import { csvLine } from '../files/csv-line.ts'
import type { Delimiter } from '../files/text-form.ts'

/** What a spreadsheet runs as a formula (OWASP, CSV injection); an apostrophe before it makes it text. */
const FORMULA = /^[=+\-@\t\r]/

/** A cell that is safe to open in a spreadsheet. */
export const spreadsheetCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** A line of a CSV file that is safe to open in a spreadsheet. */
export const spreadsheetLine = (cells: readonly string[], delimiter: Delimiter = ','): string =>
  csvLine(cells.map(spreadsheetCell), delimiter)
