import { positionsOf } from './pieces.ts'

/** More characters than these at either end are not lost at once. */
const MOST_DROPPED = 4
const FAR = 99

/** So many characters in front: one dropped end, and an edit for each that it cannot hold. */
const dropped = (count: number) => (count === 0 ? 0 : 1 + Math.max(0, count - MOST_DROPPED))

const agree = (a: string, b: string): boolean =>
  a === '?' ||
  b === '?' ||
  a === b ||
  (a.length > 1 && [...a].some((one) => b.includes(one))) ||
  (b.length > 1 && b.includes(a))

/**
 * At least how many things befell two skeletons that are of one number: edits, each dropped end as one. A quick look
 * that spares whoever has many to compare the whole comparison; null where a run of unknown length forbids it.
 */
export function leastDamages(one: string, other: string): number | null {
  if (one.includes('*') || other.includes('*')) return null
  const [a, b] = [positionsOf(one), positionsOf(other)]
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => dropped(j))
  let least = a.length <= MOST_DROPPED ? last[b.length]! + 1 : FAR
  for (let i = 1; i <= a.length; i++) {
    const row = [dropped(i)]
    for (let j = 1; j <= b.length; j++) {
      let count = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (agree(a[i - 1]!, b[j - 1]!) ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        count = Math.min(count, beforeLast[j - 2]! + 1)
      row.push(count)
      if (i === a.length && b.length - j <= MOST_DROPPED) least = Math.min(least, count + (j < b.length ? 1 : 0))
    }
    if (a.length - i <= MOST_DROPPED) least = Math.min(least, row[b.length]! + (i < a.length ? 1 : 0))
    beforeLast = last
    last = row
  }
  return least
}
