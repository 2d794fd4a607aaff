import { CODES, LOST, RUN } from './codes.ts'

const ALL = -1

/**
 * How many edits at least are between a mark and another that it may be a part of: each position one bit, a column of
 * the table in a few operations (Myers 1999, "A fast bit-vector algorithm for approximate string matching"). What is
 * missing at an end of the mark is no edit, characters that are easily confused are alike, and a lost one is like any.
 */
export class Nearness {
  private readonly alike = new Int32Array(CODES)
  private readonly classes: Uint8Array
  private length = 0
  private high = 0

  constructor(classes: Uint8Array) {
    this.classes = classes
  }

  /** Takes up the mark that is looked for; answers whether it can be. One with a run of lost characters cannot. */
  take(codes: Uint8Array, from: number, to: number): boolean {
    const { alike, classes } = this
    this.length = to - from
    this.high = 1 << (this.length - 1)
    let any = 0
    alike.fill(0)
    for (let at = from; at < to; at++) {
      const bit = 1 << (at - from)
      const one = classes[codes[at]!]!
      if (one === RUN) return false
      if (one === LOST) any |= bit
      else alike[one]! |= bit
    }
    for (let one = 0; one < LOST; one++) alike[one]! |= any
    alike[LOST] = ALL
    alike[RUN] = ALL
    return this.length > 0
  }

  /** The least number of edits between the mark and any stretch of another. */
  within(codes: Uint8Array, from: number, to: number): number {
    const { alike, classes, high } = this
    let [up, down, score] = [ALL, 0, this.length]
    let least = score
    for (let at = from; at < to; at++) {
      const equal = alike[classes[codes[at]!]!]!
      const vertical = equal | down
      const across = (((equal & up) + up) ^ up) | equal
      let rises = down | ~(across | up)
      let falls = up & across
      if ((rises & high) !== 0) score++
      else if ((falls & high) !== 0) score--
      if (score < least) least = score
      rises <<= 1
      falls <<= 1
      up = falls | ~(vertical | rises)
      down = rises & vertical
    }
    return least
  }
}
