const SPARSEST = 2
const FEWEST = 1 << 6

const mixed = (one: number, other: number): number => {
  const hash = Math.imul(one ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(other ^ (other >>> 15), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** A table as threads hand it to each other. */
export interface PairRows {
  readonly keys: Int32Array
  readonly values: Int32Array
}

const shared = (length: number) => new Int32Array(new SharedArrayBuffer(4 * length))
const emptyRows = (size: number): PairRows => ({ keys: shared(2 * size), values: shared(size).fill(-1) })

/** Gives a number to each of many pairs of whole numbers, in flat arrays that threads can share. */
export class PairTable {
  private keys: Int32Array
  private values: Int32Array
  private mask: number
  private taken = 0

  constructor({ keys, values }: PairRows = emptyRows(FEWEST)) {
    this.keys = keys
    this.values = values
    this.mask = values.length - 1
  }

  private placeOf(one: number, other: number): number {
    const { keys, values, mask } = this
    let place = mixed(one, other) & mask
    while (values[place] !== -1 && (keys[2 * place] !== one || keys[2 * place + 1] !== other))
      place = (place + 1) & mask
    return place
  }

  /** The number of a pair; -1 where it has none. */
  get(one: number, other: number): number {
    return this.values[this.placeOf(one, other)]!
  }

  /** Gives a pair a number, 0 or more. */
  set(one: number, other: number, value: number): void {
    let place = this.placeOf(one, other)
    if (this.values[place] === -1) {
      if (SPARSEST * ++this.taken > this.mask) {
        this.grow()
        place = this.placeOf(one, other)
      }
      this.keys[2 * place] = one
      this.keys[2 * place + 1] = other
    }
    this.values[place] = value
  }

  /** Adds one to the number of a pair, which begins at 0. */
  count(one: number, other: number): void {
    const place = this.placeOf(one, other)
    if (this.values[place] === -1) this.set(one, other, 1)
    else this.values[place]!++
  }

  private grow(): void {
    const { keys, values } = this
    const larger = emptyRows(2 * values.length)
    this.keys = larger.keys
    this.values = larger.values
    this.mask = larger.values.length - 1
    for (const [at, value] of values.entries()) {
      if (value === -1) continue
      const place = this.placeOf(keys[2 * at]!, keys[2 * at + 1]!)
      this.keys[2 * place] = keys[2 * at]!
      this.keys[2 * place + 1] = keys[2 * at + 1]!
      this.values[place] = value
    }
  }

  /** The table, for threads that only read it. */
  rows(): PairRows {
    return { keys: this.keys, values: this.values }
  }
}
