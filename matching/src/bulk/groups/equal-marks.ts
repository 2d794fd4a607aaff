import { LOST, RUN } from '../codes.ts'
import { WAY } from '../entry-keys.ts'
import { type KeyIndex, tagOf } from '../key-index.ts'
import { MarkHash, stirred } from '../mark-hash.ts'
import type { Roll } from '../roll.ts'

/** Which marks of a group read as one does, found under the key of the whole mark. */
export class EqualMarks {
  private readonly hash = new MarkHash()
  private readonly other = new MarkHash()
  private readonly classes: Uint8Array
  key = 0

  constructor(classes: Uint8Array) {
    this.classes = classes
  }

  /** Takes a mark up; false where not all of it is known, so that none can be said to be equal. */
  take(roll: Roll, mark: number): boolean {
    this.hash.take(roll.positions, roll.positionStart[mark]!, roll.positionStart[mark + 1]!, this.classes)
    this.key = stirred(this.hash.whole() ^ WAY.oneLess)
    const read = this.hash.classes.subarray(0, this.hash.length)
    return !read.includes(LOST) && !read.includes(RUN)
  }

  /** How many marks stand in the bucket of the key, whatever they are. */
  crowd({ starts, mask }: KeyIndex): number {
    return starts[(this.key & mask) + 1]! - starts[this.key & mask]!
  }

  /** Calls back with each equal mark of the group until one answers false; answers whether all were seen. */
  each(roll: Roll, { starts, marks, tags, mask }: KeyIndex, then: (mark: number) => boolean): boolean {
    const tag = tagOf(this.key)
    const bucket = this.key & mask
    let last = -1
    for (let place = starts[bucket]!; place < starts[bucket + 1]!; place++) {
      const mark = marks[place]!
      if (tags[place] !== tag || mark === last || !this.equals(roll, mark)) continue
      last = mark
      if (!then(mark)) return false
    }
    return true
  }

  private equals(roll: Roll, mark: number): boolean {
    const { hash, other, classes } = this
    const [from, to] = [roll.positionStart[mark]!, roll.positionStart[mark + 1]!]
    if (to - from !== hash.length) return false
    other.take(roll.positions, from, to, classes)
    for (let at = 0; at < hash.length; at++) if (hash.classes[at] !== other.classes[at]) return false
    return true
  }
}
