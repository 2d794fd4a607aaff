const ROOM = 1 << 18
const REGION_BITS = 8
const REGIONS = 1 << REGION_BITS
/** Tables of fewer buckets lie close enough together to jump about in. */
const SMALL = 1 << 20

/**
 * Keys with their marks, some hundred thousand at a time. For a large table they are put in order by the region of it into
 * which they fall, since to jump about in hundreds of megabytes costs more than to sort.
 */
export class KeyBatch {
  keys = new Uint32Array(ROOM)
  marks = new Uint32Array(ROOM)
  count = 0
  private otherKeys = this.keys
  private otherMarks = this.marks
  private readonly next = new Uint32Array(REGIONS + 1)
  private readonly mask: number
  private readonly shift: number

  /** `mask`: which bits of a key say its bucket. */
  constructor(mask: number) {
    this.mask = mask
    this.shift = Math.max(0, 32 - Math.clz32(mask) - REGION_BITS)
    if (mask < SMALL) return
    this.otherKeys = new Uint32Array(ROOM)
    this.otherMarks = new Uint32Array(ROOM)
  }

  hasRoom(keys: number): boolean {
    return this.count + keys <= ROOM
  }

  /** Adds the first `count` of these keys, all of one mark. */
  add(keys: Uint32Array, count: number, mark: number): void {
    const begun = this.count
    for (let at = 0; at < count; at++) {
      this.keys[begun + at] = keys[at]!
      this.marks[begun + at] = mark
    }
    this.count = begun + count
  }

  /** Puts what was added in order, region by region and in each in the order of its coming, where that is worth it. */
  order(): void {
    const { keys, marks, otherKeys, otherMarks, next, mask, shift, count } = this
    if (mask < SMALL) return
    next.fill(0)
    for (let at = 0; at < count; at++) next[((keys[at]! & mask) >>> shift) + 1]!++
    for (let region = 0; region < REGIONS; region++) next[region + 1]! += next[region]!
    for (let at = 0; at < count; at++) {
      const place = next[(keys[at]! & mask) >>> shift]!++
      otherKeys[place] = keys[at]!
      otherMarks[place] = marks[at]!
    }
    this.keys = otherKeys
    this.marks = otherMarks
    this.otherKeys = keys
    this.otherMarks = marks
  }
}
