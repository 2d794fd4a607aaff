import { COLUMN_LIMIT, unnamedColumn } from './file-row.ts'
import { TableFault } from './table-fault.ts'

/** The longest heading: it stands in every row that is kept. */
export const HEADING_LIMIT = 300

export interface Heading {
  readonly headings: readonly string[]
  /** How many columns the heading row has, with those at its end that have no heading. */
  readonly width: number
}

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell === '' || cell.trim() === '')

function filled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1
}

/**
 * The headings of a table from the cells of its heading row. An empty one among them is called by its place; empty ones
 * at the end, which spreadsheets leave behind, are left out. Throws a TableFault where a heading stands twice, is
 * longer than 300 characters or cannot be kept as text, or where there are more than 500 columns.
 */
export function readHeading(cells: readonly string[], row: number): Heading {
  if (cells.length > COLUMN_LIMIT) throw new TableFault('too_many_columns', row)
  const names = cells.map((cell, position) => (cell.trim() === '' ? unnamedColumn(position) : cell))
  if (names.some((name) => name.length > HEADING_LIMIT || name.includes('\0') || !name.isWellFormed())) {
    throw new TableFault('heading_unusable', row)
  }
  if (new Set(names).size < names.length) throw new TableFault('heading_twice', row)
  return { headings: names.slice(0, filled(cells)), width: cells.length }
}

/**
 * The cells of a row as they fit the headings, and how many were found: as many as there are headings where the row
 * fits. Cells under the empty headings at the end do no harm, and are kept if they hold anything.
 */
export function fitRow(
  cells: readonly string[],
  { headings, width }: Heading,
): { readonly cells: readonly string[]; readonly found: number } {
  const expected = headings.length
  if (cells.length === expected) return { cells, found: expected }
  if (cells.length < expected || cells.length > width) {
    return { cells: cells.slice(0, COLUMN_LIMIT), found: cells.length }
  }
  return { cells: cells.slice(0, Math.max(expected, filled(cells))), found: expected }
}
