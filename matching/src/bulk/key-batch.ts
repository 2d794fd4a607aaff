const ROOM = 1 << 18
const REGION_BITS = 8
const REGIONS = 1 << REGION_BITS

/** Keys with their marks, some hundred thousand at a time, which come out region by region of the buckets. */
export class KeyBatch {
  private readonly keys = new Uint32Array(ROOM)
  private readonly marks = new Uint32Array(ROOM)
  private readonly order = new Uint32Array(ROOM)
  private readonly next = new Uint32Array(REGIONS + 1)
  private readonly mask: number
  private readonly shift: number
  private count = 0

  /** `mask`: which bits of a key say its bucket. */
  constructor(mask: number) {
    this.mask = mask
    this.shift = Math.max(0, 32 - Math.clz32(mask) - REGION_BITS)
  }

  hasRoom(keys: number): boolean {
    return this.count + keys <= ROOM
  }

  add(key: number, mark: number): void {
    this.keys[this.count] = key
    this.marks[this.count++] = mark
  }

  /** Calls back with all that was added, region by region and in each in the order of their coming; then it is empty. */
  drain(then: (key: number, mark: number) => void): void {
    const { keys, marks, order, next, mask, shift, count } = this
    next.fill(0)
    for (let at = 0; at < count; at++) next[((keys[at]! & mask) >>> shift) + 1]!++
    for (let region = 0; region < REGIONS; region++) next[region + 1]! += next[region]!
    for (let at = 0; at < count; at++) order[next[(keys[at]! & mask) >>> shift]!++] = at
    for (let place = 0; place < count; place++) {
      const at = order[place]!
      then(keys[at]!, marks[at]!)
    }
    this.count = 0
  }
}
