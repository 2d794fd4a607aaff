import { visible } from '../../../paper/visible.ts'
import { spreadsheetLine } from '../../../records/present/spreadsheet-line.ts'

/** A column's heading and what stands under it; null is an empty cell. */
export type Column = readonly [heading: string, value: string | null]

const anything = (): boolean => true
/** Lines stay; what is unseen or turns text round is named, as on paper. */
const shown = (text: string): string =>
  text
    .split(/\r\n|[\n\r]/)
    .map((line) => visible(line, anything))
    .join('\n')

/** A CSV file of one row that a spreadsheet opens as it is meant: with a byte order mark, and no formula in it. */
export function oneRow(columns: readonly Column[]): string {
  const headings = spreadsheetLine(columns.map(([heading]) => heading))
  return `\uFEFF${headings}${spreadsheetLine(columns.map(([, value]) => shown(value ?? '')))}`
}

/** Several values in one cell. */
export const listed = (values: readonly (string | null)[]): string =>
  values.filter((value) => value !== null && value !== '').join('; ')

/** The days between two as ISO 8601 writes an interval; one day where they are one. */
export function interval({ from, to }: { readonly from: string | null; readonly to: string | null }): string {
  if (from === to) return from ?? ''
  return `${from ?? '..'}/${to ?? '..'}`
}
