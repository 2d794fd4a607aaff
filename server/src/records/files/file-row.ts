/** The most columns a table may have: beyond it a file is no table. */
export const COLUMN_LIMIT = 500
/** The longest row, in characters. */
export const ROW_LIMIT = 1_000_000

/**
 * A row of a file: its place as a spreadsheet counts (blank rows included), and its cells by heading. Where a row has
 * too few or too many cells, `columns` says so; then it comes with what it has, of at most 500 cells.
 */
export type FileRow =
  | { readonly row: number; readonly cells: Readonly<Record<string, string>> }
  | {
      readonly row: number
      readonly cells: Readonly<Record<string, string>>
      readonly columns: { readonly found: number; readonly expected: number }
    }

/** The name of a column whose heading is empty. */
export const unnamedColumn = (position: number): string => `column ${position + 1}`
