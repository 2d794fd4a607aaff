import type { Chances } from '../../../server/src/demonstration/random.ts'

/** Of plain numbers of five and six digits, how many more are given to a firearm of another make. */
const SHARED = 0.041
const LIMIT = 1_000_000
const NOBODY = 0

/**
 * Who has which plain number of five or six digits. The share that stands under two makes is the one counted in real
 * records at any size of register, which chance would not give.
 */
export class PlainNumbers {
  readonly #first = new Uint8Array(LIMIT)
  readonly #shared = new Uint8Array(LIMIT)
  readonly #given: { number: number; digits: number }[] = []

  static holds(digits: number): boolean {
    return digits === 5 || digits === 6
  }

  /** A number of another make to use again, in some of a hundred cases; otherwise null. `make` counts from 1. */
  again(make: number, digits: number, chances: Chances): number | null {
    if (!chances.happens(SHARED)) return null
    for (let attempt = 0; attempt < 50 && this.#given.length > 0; attempt++) {
      const { number, digits: length } = chances.pick(this.#given)
      if (length !== digits || this.#first[number] === make || this.#shared[number] === 1) continue
      this.#shared[number] = 1
      return number
    }
    return null
  }

  /** Gives a number that nobody has; false where somebody has it. */
  give(make: number, number: number, digits: number): boolean {
    if (this.#first[number] !== NOBODY) return false
    this.#first[number] = make
    this.#given.push({ number, digits })
    return true
  }
}
