import { entryKeys, MOST_KEYS } from './entry-keys.ts'
import { KeyBatch } from './key-batch.ts'
import { MarkHash } from './mark-hash.ts'
import type { Roll } from './roll.ts'

/**
 * An index from keys to marks in three flat arrays: where each bucket begins, the marks in it, and eight more bits of
 * each key, so that what fell into a bucket by chance is passed over unread.
 */
export interface KeyIndex {
  readonly starts: Uint32Array
  readonly marks: Uint32Array
  readonly tags: Uint8Array
  readonly mask: number
}

/** The marks of a roll from `from` to `to`, as one thread takes them. */
export interface Stretch {
  readonly roll: Roll
  readonly classes: Uint8Array
  readonly from: number
  readonly to: number
}

const TAG_SHIFT = 24
const FEWEST_BUCKETS = 1 << 10
const MOST_BUCKETS = 1 << 24
/** A mark has some fifty keys; so many buckets for each keep them short. */
const BUCKETS_A_MARK = 5

export const tagOf = (key: number): number => key >>> TAG_SHIFT

/** In how many buckets the keys of so many marks fall: a power of two. */
export function bucketsFor(marks: number): number {
  let buckets = FEWEST_BUCKETS
  while (buckets < marks * BUCKETS_A_MARK && buckets < MOST_BUCKETS) buckets *= 2
  return buckets
}

/**
 * Calls back with the keys of every mark, a batch at a time; within a bucket marks come in their order. Keys are made
 * twice, which is cheaper than to keep them.
 */
function eachBatch({ roll, classes, from, to }: Stretch, mask: number, then: (batch: KeyBatch) => void): void {
  const hash = new MarkHash()
  const made = new Uint32Array(MOST_KEYS)
  const batch = new KeyBatch(mask)
  const drain = () => {
    batch.order()
    then(batch)
    batch.count = 0
  }
  for (let mark = from; mark < to; mark++) {
    const [begin, end] = [roll.positionStart[mark]!, roll.positionStart[mark + 1]!]
    hash.take(roll.positions, begin, end, classes)
    const count = entryKeys(hash, roll.positions, begin, made)
    if (!batch.hasRoom(count)) drain()
    batch.add(made, count, mark)
  }
  drain()
}

/** How many keys of a stretch fall into each bucket, in shared memory. */
export function countKeys(stretch: Stretch, buckets: number): Uint32Array {
  const counts = new Uint32Array(new SharedArrayBuffer(4 * buckets))
  const mask = buckets - 1
  eachBatch(stretch, mask, ({ keys, count }) => {
    for (let at = 0; at < count; at++) counts[keys[at]! & mask]!++
  })
  return counts
}

/**
 * Makes room for the keys of all stretches, bucket by bucket and in a bucket stretch by stretch. Each count becomes the
 * place where its stretch puts the next key of that bucket: so threads fill one index without waiting for each other,
 * and it does not matter which of them is faster.
 */
export function layOut(counts: readonly Uint32Array[], buckets: number): KeyIndex {
  const starts = new Uint32Array(new SharedArrayBuffer(4 * (buckets + 1)))
  let total = 0
  for (let bucket = 0; bucket < buckets; bucket++) {
    starts[bucket] = total
    for (const each of counts) {
      const count = each[bucket]!
      each[bucket] = total
      total += count
    }
  }
  starts[buckets] = total
  const marks = new Uint32Array(new SharedArrayBuffer(Math.max(4 * total, 8)))
  const tags = new Uint8Array(new SharedArrayBuffer(Math.max(total, 8)))
  return { starts, marks, tags, mask: buckets - 1 }
}

/** Puts the keys of a stretch where there is room for them. */
export function placeKeys(stretch: Stretch, { marks, tags, mask }: KeyIndex, places: Uint32Array): void {
  eachBatch(stretch, mask, ({ keys, marks: from, count }) => {
    for (let at = 0; at < count; at++) {
      const key = keys[at]!
      const place = places[key & mask]!++
      marks[place] = from[at]!
      tags[place] = tagOf(key)
    }
  })
}

/** Indexes all marks of a roll on one thread. */
export function indexMarks(roll: Roll, classes: Uint8Array): KeyIndex {
  const stretch = { roll, classes, from: 0, to: roll.recordOfMark.length }
  const buckets = bucketsFor(stretch.to)
  const counts = countKeys(stretch, buckets)
  const index = layOut([counts], buckets)
  placeKeys(stretch, index, counts)
  return index
}
