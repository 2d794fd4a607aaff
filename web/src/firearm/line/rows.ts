/** A stretch along the line, in pixels from its beginning. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * In which row each stretch stands so that none touches another of its row: the first that has room, in the order in
 * which they are given. `gap` in pixels.
 */
export function rowsFor(stretches: readonly Stretch[], gap: number): number[] {
  const rows: Stretch[][] = []
  return stretches.map((stretch) => {
    const isFree = (row: readonly Stretch[]) =>
      row.every(({ start, end }) => stretch.start >= end + gap || stretch.end + gap <= start)
    const found = rows.findIndex(isFree)
    const at = found < 0 ? rows.length : found
    rows[at] = [...(rows[at] ?? []), stretch]
    return at
  })
}

/** How many rows are in use. */
export const countRows = (rows: readonly number[]): number => Math.max(0, ...rows) + 1
