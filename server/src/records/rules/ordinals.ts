/**
 * Counts how often each hash was met, in 12 bytes an entry: the rows of a file without a key column are told apart by
 * what they say and by their ordinal among those that say the same, however large the file.
 */
export class Ordinals {
  #first: Uint32Array
  #second: Uint32Array
  #counts: Uint32Array
  #size = 0

  constructor(capacity = 1_024) {
    this.#first = new Uint32Array(capacity)
    this.#second = new Uint32Array(capacity)
    this.#counts = new Uint32Array(capacity)
  }

  /** The ordinal of this hash, from 1. Its first eight bytes decide. */
  next(hash: Buffer): number {
    if (2 * (this.#size + 1) > this.#counts.length) this.#grow()
    const first = hash.readUInt32LE(0)
    const second = hash.readUInt32LE(4)
    const place = this.#find(first, second)
    if (this.#counts[place] === 0) {
      this.#first[place] = first
      this.#second[place] = second
      this.#size++
    }
    return ++this.#counts[place]!
  }

  #find(first: number, second: number): number {
    const mask = this.#counts.length - 1
    let place = first & mask
    while (this.#counts[place] !== 0 && (this.#first[place] !== first || this.#second[place] !== second))
      place = (place + 1) & mask
    return place
  }

  #grow(): void {
    const [first, second, counts] = [this.#first, this.#second, this.#counts]
    const capacity = 2 * counts.length
    this.#first = new Uint32Array(capacity)
    this.#second = new Uint32Array(capacity)
    this.#counts = new Uint32Array(capacity)
    for (const [place, count] of counts.entries()) {
      if (count === 0) continue
      const moved = this.#find(first[place]!, second[place]!)
      this.#first[moved] = first[place]!
      this.#second[moved] = second[place]!
      this.#counts[moved] = count
    }
  }
}
