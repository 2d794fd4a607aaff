/** A character that cannot be read. */
export const LOST = '?'

/**
 * How many substitutions, insertions, deletions and transpositions lie between a serial and what was read of it, where
 * a lost character may be any one. No part is edited twice (optimal string alignment).
 */
export function editsBetween(serial: string, read: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: read.length + 1 }, (_, column) => column)
  for (let row = 1; row <= serial.length; row++) {
    const now = [row]
    for (let column = 1; column <= read.length; column++) {
      const same = read[column - 1] === serial[row - 1] || read[column - 1] === LOST
      let edits = Math.min(last[column - 1]! + (same ? 0 : 1), last[column]! + 1, now[column - 1]! + 1)
      const swapped = serial[row - 1] === read[column - 2] && serial[row - 2] === read[column - 1]
      if (row > 1 && column > 1 && swapped) edits = Math.min(edits, beforeLast[column - 2]! + 1)
      now.push(edits)
    }
    beforeLast = last
    last = now
  }
  return last[read.length]!
}
