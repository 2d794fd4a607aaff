import type { Delimiter } from './text-form.ts'

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/

/** A line of CSV (RFC 4180), exact: what a spreadsheet might run as a formula is for exports to escape, not for us. */
export function csvLine(cells: readonly (string | number)[], delimiter: Delimiter = ','): string {
  const quoted = cells.map((cell) => {
    const text = String(cell)
    return text.includes(delimiter) || NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  })
  return `${quoted.join(delimiter)}\r\n`
}
