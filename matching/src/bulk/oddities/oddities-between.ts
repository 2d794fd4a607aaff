import type { Roll } from '../roll.ts'
import { counted, type Oddity } from './oddity.ts'
import { recordHashes } from './row-hashes.ts'

/** Records of two sources that agree in all that they say, their day included, are one source’s when they are so many. */
const SAME = 0.5
const FEWEST = 20

/**
 * What is odd about two rolls that share a legend: is one source on both under two names? Records without a number say
 * too little to tell.
 */
export function odditiesBetween(one: Roll, other: Roll): Oddity[] {
  const [small, large] = one.length <= other.length ? [one, other] : [other, one]
  const known = recordHashes(large).sort()
  let [count, told] = [0, 0]
  for (const [record, hash] of recordHashes(small).entries()) {
    if (small.markStart[record] === small.markStart[record + 1]) continue
    told++
    if (has(known, hash)) count++
  }
  return count >= FEWEST && count > SAME * told ? [{ kind: 'same_source', ...counted(count, told) }] : []
}

function has(sorted: Float64Array, value: number): boolean {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return sorted[low] === value
}
