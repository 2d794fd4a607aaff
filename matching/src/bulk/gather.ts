import type { Fellows } from './fellows.ts'
import { type KeyIndex, tagOf } from './key-index.ts'
import type { Nearness } from './nearness.ts'
import type { Roll } from './roll.ts'

/** A longer bucket is a common number, or a bad hash: only what agrees in a word is looked at, and that it was cut is counted. */
export const COMMON = 2_048
/** In a wide search a bucket of more marks than these is looked at only for what agrees in a word. */
const CROWDED = 64

/** More entries of one model or make than these are not gone through one by one. */
export const MOST_FELLOWS = 8_192

/** Marks further apart are not of one number. */
const MOST_EDITS = 2

/** How many bits of a number are set (Warren, Hacker's Delight, 5-1). */
function ones(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555)
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333)
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** What was found under the keys of one mark, each mark once. */
export class Gathered {
  marks = new Uint32Array(1024)
  count = 0
  /** Buckets of which not all was looked at. */
  cut = 0
  private readonly seen: Uint32Array
  private turn = 0
  private readonly entries: Roll

  constructor(entries: Roll) {
    this.entries = entries
    this.seen = new Uint32Array(entries.recordOfMark.length)
  }

  begin(): void {
    this.turn++
    this.count = 0
  }

  /** Gathers what stands under the keys; of crowded buckets only what agrees with the words given. */
  gather(
    { starts, marks, tags, mask }: KeyIndex,
    keys: Uint32Array,
    count: number,
    wide: boolean,
    make: number,
    model: number,
  ) {
    const { seen, turn, entries } = this
    const { make: makes, model: models } = entries.words
    const limit = wide ? CROWDED : COMMON
    for (let at = 0; at < count; at++) {
      const key = keys[at]!
      const tag = tagOf(key)
      const bucket = key & mask
      const [from, to] = [starts[bucket]!, starts[bucket + 1]!]
      const crowded = to - from > limit && this.alike(tags, from, to, tag) > limit
      if (crowded && !wide) this.cut++
      for (let place = from; place < to; place++) {
        if (tags[place] !== tag) continue
        const mark = marks[place]!
        if (seen[mark] === turn) continue
        if (crowded) {
          const entry = entries.recordOfMark[mark]!
          if (!((make >= 0 && makes[entry] === make) || (model >= 0 && models[entry] === model))) continue
        }
        this.take(mark)
      }
    }
  }

  /**
   * Gathers marks that stand together with a word and are near the one that was taken up. Of more than
   * {@link MOST_FELLOWS} none is looked at, and that is counted.
   */
  gatherFellows({ starts, marks, characters }: Fellows, word: number, asked: number, nearness: Nearness): void {
    if (word < 0 || word >= starts.length - 1) return
    const [from, to] = [starts[word]!, starts[word + 1]!]
    if (to - from > MOST_FELLOWS) {
      this.cut++
      return
    }
    const { positions, positionStart } = this.entries
    for (let place = from; place < to; place++) {
      if (ones(asked & ~characters[place]!) > MOST_EDITS) continue
      const mark = marks[place]!
      if (nearness.within(positions, positionStart[mark]!, positionStart[mark + 1]!) <= MOST_EDITS) this.take(mark)
    }
  }

  private take(mark: number): void {
    if (this.seen[mark] === this.turn) return
    this.seen[mark] = this.turn
    if (this.count === this.marks.length) this.grow()
    this.marks[this.count++] = mark
  }

  /** How many of a bucket bear a tag: what fell there by chance does not crowd it. */
  private alike(tags: Uint8Array, from: number, to: number, tag: number): number {
    let count = 0
    for (let place = from; place < to; place++) if (tags[place] === tag) count++
    return count
  }

  private grow(): void {
    const larger = new Uint32Array(2 * this.marks.length)
    larger.set(this.marks)
    this.marks = larger
  }
}
