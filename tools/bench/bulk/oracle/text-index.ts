import { hashAt, hashOf, hashOfLength, hashOfPlaces, LONGEST, lostPlaces } from './hashing.ts'

interface Losses {
  /** As bits. */
  readonly lost: number
  readonly hash: number
  readonly places: readonly number[]
}

const lossesOf = (lost: number): Losses => ({
  lost,
  hash: hashOfPlaces(lost),
  places: Array.from({ length: LONGEST }, (_, place) => place).filter((place) => (lost >> place) & 1),
})

/**
 * Texts, some of whose characters are lost, by all that they may be. Finds a few too many, where two texts have one hash
 * of 32 bits.
 */
export class TextIndex {
  readonly #numbers = new Map<number, number[]>()
  readonly #lost = Array.from({ length: LONGEST + 1 }, () => [] as Losses[])
  /** Bits of the hashes that are there, so that most of those that are not cost one look. */
  readonly #there: Uint32Array
  readonly #mask: number
  readonly #hashes = new Int32Array(LONGEST)

  constructor(expected: number) {
    const bits = 2 ** Math.ceil(Math.log2(Math.max(expected, 32) * 32))
    this.#there = new Uint32Array(bits / 32)
    this.#mask = bits - 1
  }

  /** Adds a number under a text; a text too long for any serial is left out. */
  add(text: string, number: number): void {
    if (text.length > LONGEST) return
    const hash = hashOf(text)
    const lost = lostPlaces(text)
    const losses = this.#lost[text.length]!
    if (losses.every((other) => other.lost !== lost)) losses.push(lossesOf(lost))
    const numbers = this.#numbers.get(hash)
    if (numbers) numbers.push(number)
    else this.#numbers.set(hash, [number])
    const bit = hash & this.#mask
    this.#there[bit >>> 5]! |= 1 << (bit & 31)
  }

  #tell(hash: number, tell: (number: number) => void): void {
    const bit = hash & this.#mask
    if ((this.#there[bit >>> 5]! & (1 << (bit & 31))) === 0) return
    for (const number of this.#numbers.get(hash) ?? []) tell(number)
  }

  /** Tells the numbers of the texts that have lost nothing and are this one. */
  findWhole(text: string, tell: (number: number) => void): void {
    this.#tell(hashOf(text), tell)
  }

  /** Tells the numbers of the texts that this one may be. */
  find(text: string, tell: (number: number) => void): void {
    const losses = this.#lost[text.length]
    if (!losses || losses.length === 0) return
    const { length } = text
    const hashes = this.#hashes
    let all = hashOfLength(length)
    for (let at = 0; at < length; at++) {
      hashes[at] = hashAt(at, text.charCodeAt(at))
      all ^= hashes[at]!
    }
    for (const { hash, places } of losses) {
      let rest = all ^ hash
      for (const place of places) rest ^= hashes[place]!
      this.#tell(rest, tell)
    }
  }
}
