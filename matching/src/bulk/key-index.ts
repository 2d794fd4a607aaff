import { entryKeys, MOST_KEYS } from './entry-keys.ts'
import { MarkHash } from './mark-hash.ts'
import type { Roll } from './roll.ts'

/**
 * An index from keys to marks in three flat arrays: where each bucket begins, the marks in it, and eight more bits of
 * each key, so that what fell into a bucket by chance is passed over unread.
 */
export interface KeyIndex {
  /** The first of its marks. */
  readonly from: number
  readonly starts: Uint32Array
  readonly marks: Uint32Array
  readonly tags: Uint8Array
  readonly mask: number
}

const TAG_SHIFT = 24
const FEWEST_BUCKETS = 1 << 10
const MOST_BUCKETS = 1 << 24
/** A mark has some fifty keys; so many buckets for each keep them short. */
const BUCKETS_A_MARK = 16

export const tagOf = (key: number): number => key >>> TAG_SHIFT

/** Indexes the marks of a roll from `from` to `to`. Keys are made twice, which is cheaper than to keep them. */
export function indexMarks(roll: Roll, classes: Uint8Array, from: number, to: number): KeyIndex {
  const hash = new MarkHash()
  const keys = new Uint32Array(MOST_KEYS)
  const keysOf = (mark: number): number => {
    const [begin, end] = [roll.positionStart[mark]!, roll.positionStart[mark + 1]!]
    hash.take(roll.positions, begin, end, classes)
    return entryKeys(hash, roll.positions, begin, keys)
  }
  let buckets = FEWEST_BUCKETS
  while (buckets < (to - from) * BUCKETS_A_MARK && buckets < MOST_BUCKETS) buckets *= 2
  const mask = buckets - 1
  const starts = new Uint32Array(new SharedArrayBuffer(4 * (buckets + 1)))
  let total = 0
  for (let mark = from; mark < to; mark++) {
    const count = keysOf(mark)
    total += count
    for (let at = 0; at < count; at++) starts[(keys[at]! & mask) + 1]!++
  }
  const marks = new Uint32Array(new SharedArrayBuffer(Math.max(4 * total, 8)))
  const tags = new Uint8Array(new SharedArrayBuffer(Math.max(total, 8)))
  for (let bucket = 0; bucket < buckets; bucket++) starts[bucket + 1]! += starts[bucket]!
  const next = starts.slice(0, buckets)
  for (let mark = from; mark < to; mark++) {
    const count = keysOf(mark)
    for (let at = 0; at < count; at++) {
      const place = next[keys[at]! & mask]!++
      marks[place] = mark
      tags[place] = tagOf(keys[at]!)
    }
  }
  return { from, starts, marks, tags, mask }
}
