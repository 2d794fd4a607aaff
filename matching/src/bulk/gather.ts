import { type KeyIndex, tagOf } from './key-index.ts'
import type { Roll } from './roll.ts'

/** A longer bucket is a common number, or a bad hash: only what agrees in a word is looked at, and that it was cut is counted. */
export const COMMON = 2_048
/** In a wide search a bucket of more marks than these is looked at only for what agrees in a word. */
const CROWDED = 24

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
  gather(indexes: readonly KeyIndex[], keys: Uint32Array, count: number, wide: boolean, make: number, model: number) {
    const { seen, turn, entries } = this
    const { make: makes, model: models } = entries.words
    const limit = wide ? CROWDED : COMMON
    for (let at = 0; at < count; at++) {
      const key = keys[at]!
      const tag = tagOf(key)
      for (const { starts, marks, tags, mask } of indexes) {
        const bucket = key & mask
        const [from, to] = [starts[bucket]!, starts[bucket + 1]!]
        const crowded = to - from > limit
        if (crowded && !wide) this.cut++
        for (let place = from; place < to; place++) {
          if (tags[place] !== tag) continue
          const mark = marks[place]!
          if (seen[mark] === turn) continue
          if (crowded) {
            const entry = entries.recordOfMark[mark]!
            if (!((make >= 0 && makes[entry] === make) || (model >= 0 && models[entry] === model))) continue
          }
          seen[mark] = turn
          if (this.count === this.marks.length) this.grow()
          this.marks[this.count++] = mark
        }
      }
    }
  }

  private grow(): void {
    const larger = new Uint32Array(2 * this.marks.length)
    larger.set(this.marks)
    this.marks = larger
  }
}
