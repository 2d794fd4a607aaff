/** A column in which two versions of a row differ; null where a version has no such column. */
export interface ColumnChange {
  readonly column: string
  /** By the other version. */
  readonly said: string | null
  /** By the one that stands. */
  readonly stands: string | null
}

type Row = Readonly<Record<string, string>>

/** In which columns another version of a row said something else, in the order of the one that stands. */
export function changesOfRow(other: Row, standing: Row): ColumnChange[] {
  const columns = new Set([...Object.keys(standing), ...Object.keys(other)])
  const valueIn = (row: Row, column: string) => (Object.hasOwn(row, column) ? row[column]! : null)
  return [...columns]
    .map((column) => ({ column, said: valueIn(other, column), stands: valueIn(standing, column) }))
    .filter(({ said, stands }) => said !== stands)
}
