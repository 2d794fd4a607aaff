import { LONGEST_MARK } from './fields.ts'

const BASE = 0x01000193
const POWERS = new Int32Array(LONGEST_MARK + 2)
POWERS[0] = 1
for (let at = 1; at < POWERS.length; at++) POWERS[at] = Math.imul(POWERS[at - 1]!, BASE)

/** A finaliser of MurmurHash3: hashes of close texts spread. Unsigned. */
export function stirred(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/**
 * Hashes of what is left of a mark when parts of it are taken out, each in constant time: a polynomial over the classes
 * of its characters, of which any stretch can be read off sums that are kept.
 */
export class MarkHash {
  private readonly sums = new Int32Array(LONGEST_MARK + 1)
  readonly classes = new Uint8Array(LONGEST_MARK)
  length = 0

  /** Takes up a mark: its codes from `from` to `to`, each as its class. */
  take(codes: Uint8Array, from: number, to: number, classes: Uint8Array): void {
    this.length = to - from
    for (let at = 0; at < this.length; at++) this.put(at, classes[codes[from + at]!]!)
  }

  /** Puts a class at a position; those behind it must be put again. */
  put(at: number, value: number): void {
    this.classes[at] = value
    this.sums[at + 1] = (Math.imul(this.sums[at]!, BASE) + value + 1) | 0
  }

  private stretch(from: number, to: number): number {
    return (this.sums[to]! - Math.imul(this.sums[from]!, POWERS[to - from]!)) | 0
  }

  /** Of the mark without the positions from `a` to `b`, the latter not included. */
  without(a: number, b: number): number {
    const { length } = this
    return (Math.imul(this.sums[a]!, POWERS[length - b]!) + this.stretch(b, length)) | 0
  }

  /** Of the mark without the positions from `a` to `b` and from `c` to `d`, where `b` is at most `c`. */
  withoutBoth(a: number, b: number, c: number, d: number): number {
    const { length } = this
    const front = (Math.imul(this.sums[a]!, POWERS[c - b]!) + this.stretch(b, c)) | 0
    return (Math.imul(front, POWERS[length - d]!) + this.stretch(d, length)) | 0
  }

  /** Of the whole mark. */
  whole(): number {
    return this.sums[this.length]!
  }
}
