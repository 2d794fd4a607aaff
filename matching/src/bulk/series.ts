import { CHANCE } from '../shapes.ts'
import { isDigitCode, LOST, RUN, type Symbols } from './codes.ts'
import { LONGEST_MARK } from './fields.ts'
import { stirred } from './mark-hash.ts'
import { PrefixCounts } from './prefix-counts.ts'
import type { Roll } from './roll.ts'
import { NOTHING } from './word-list.ts'

/** So many marks are counted at most, taken evenly from all: a thread's table of counts is 16 MB, whatever the register. */
const MOST_MARKS = 1 << 17
/** From so many of them is learned how close numbers come to each other, in so many rounds. */
const SAMPLE = 4_096
const ROUNDS = 12
/** How much a wide circle of entries counts beside the narrower one, in entries. */
const BACKING = 3

type ShapeShare = (codes: Uint8Array, from: number, to: number) => number

/**
 * How often another firearm's number reads like a mark, given which numbers there are. Makers number in series, and
 * whole consignments come into one register: where many numbers begin alike, that one more does is no wonder, and that a
 * number is close to another one says little. Each distinct number among the entries is taken for the middle of a cloud:
 * its beginning is kept, and so many characters behind are by chance. How many is learned from the entries themselves,
 * each beside all others (deleted interpolation: Jelinek and Mercer 1980); so is how many are of no series. Series are of
 * one make, so that it is counted within the make that a record states, and its calibre.
 */
export class Series {
  private readonly counts = new PrefixCounts()
  private readonly totals = new Map<number, number>()
  private readonly classes: Uint8Array
  private readonly chances: Float64Array
  /** By how many characters are by chance, the share of numbers of which that is true; at 0 those of no series. */
  private readonly weights = new Float64Array(LONGEST_MARK + 1)
  private readonly shapeShare: ShapeShare
  /** For one mark, the share of numbers that read like it where so many characters are by chance. */
  private readonly parts = new Float64Array(LONGEST_MARK + 1)

  constructor(entries: Roll, { alternatives, classes }: Symbols, shapeShare: ShapeShare) {
    this.classes = classes
    this.shapeShare = shapeShare
    this.chances = Float64Array.from(alternatives, ({ length }, code) =>
      length === 0 ? 1 : length * (isDigitCode(code) ? CHANCE.digit : CHANCE.letter),
    )
    const marks = entries.recordOfMark.length
    const evenly = (count: number) => Array.from({ length: count }, (_, at) => Math.floor((at * marks) / count))
    const counted = evenly(Math.min(marks, MOST_MARKS)).filter((mark) => this.take(entries, mark))
    this.weights[0] = 1
    this.learn(
      entries,
      evenly(Math.min(counted.length, SAMPLE)).map((mark) => counted[Math.floor((mark * counted.length) / marks)]!),
    )
  }

  /** Circles of entries: all, of one make, of one make and calibre. A record is of as many as it states. */
  private circlesOf({ words }: Roll, record: number): number[] {
    const [make, calibre] = [words.make[record]!, words.calibre[record]!]
    if (make === NOTHING) return [0]
    const ofMake = stirred(make + 1)
    return calibre === NOTHING ? [0, ofMake] : [0, ofMake, stirred(ofMake ^ Math.imul(calibre + 1, 0x9e3779b1))]
  }

  /** Counts a mark; answers whether it is new. One number that stands there often is one firearm's, or a filler. */
  private take(entries: Roll, mark: number): boolean {
    const [from, to] = [entries.positionStart[mark]!, entries.positionStart[mark + 1]!]
    for (let at = from; at < to; at++) if (this.isOpen(entries.positions[at]!)) return false
    let isNew = false
    for (const [place, circle] of this.circlesOf(entries, entries.recordOfMark[mark]!).entries()) {
      let hash = circle
      for (let at = from; at < to; at++) hash = this.next(hash, entries.positions[at]!)
      if (this.counts.of(hash) > 0) continue
      if (place === 0) isNew = true
      this.totals.set(circle, (this.totals.get(circle) ?? 0) + 1)
      hash = circle
      for (let at = from; at < to; at++) {
        hash = this.next(hash, entries.positions[at]!)
        this.counts.add(hash)
      }
    }
    return isNew
  }

  private isOpen(code: number): boolean {
    return this.classes[code] === LOST || code === RUN
  }

  private next(hash: number, code: number): number {
    return (Math.imul(hash, 0x01000193) + this.classes[code]! + 1) | 0
  }

  /** Fills `parts` for a mark, without `own` that is counted and is not to be. */
  private measure(roll: Roll, record: number, from: number, to: number, own: number): void {
    const { parts, counts, totals } = this
    const { positions } = roll
    parts.fill(0)
    parts[0] = this.shapeShare(positions, from, to)
    const circles = this.circlesOf(roll, record)
    const hashes = [...circles]
    let rest = 1
    for (let at = from; at < to; at++) rest *= this.chances[positions[at]!]!
    for (let at = from; ; at++) {
      let share = at === from ? 1 : 0
      if (at > from)
        for (const [place, circle] of circles.entries()) {
          const others = Math.max(0, counts.of(hashes[place]!) - own)
          const backing = place === 0 ? 0 : BACKING
          share = (others + backing * share) / Math.max(1, (totals.get(circle) ?? 0) - own + backing)
        }
      if (share === 0) return
      parts[to - at] = share * rest
      // Up to the last character but one: the whole is the mark itself.
      if (at >= to - 1 || this.isOpen(positions[at]!)) return
      for (const [place, hash] of hashes.entries()) hashes[place] = this.next(hash, positions[at]!)
      rest /= this.chances[positions[at]!]!
    }
  }

  private learn(entries: Roll, marks: readonly number[]): void {
    if (marks.length === 0) return
    const all = marks.map((mark) => {
      const [from, to] = [entries.positionStart[mark]!, entries.positionStart[mark + 1]!]
      this.measure(entries, entries.recordOfMark[mark]!, from, to, 1)
      return this.parts.slice()
    })
    const { weights } = this
    weights.fill(1 / weights.length)
    for (let round = 0; round < ROUNDS; round++) {
      const sums = new Float64Array(weights.length).fill(1)
      for (const parts of all) {
        const whole = parts.reduce((sum, part, at) => sum + weights[at]! * part, 0)
        if (whole > 0) for (const [at, part] of parts.entries()) sums[at]! += (weights[at]! * part) / whole
      }
      const total = sums.reduce((sum, each) => sum + each, 0)
      for (const [at, sum] of sums.entries()) weights[at] = sum / total
    }
  }

  /** The share of other firearms' numbers that read like a record's mark. */
  shareOf(records: Roll, record: number, from: number, to: number): number {
    this.measure(records, record, from, to, 0)
    return this.parts.reduce((sum, part, at) => sum + this.weights[at]! * part, 0)
  }
}
