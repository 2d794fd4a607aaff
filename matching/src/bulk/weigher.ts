import { AskedKeys } from './asked-keys.ts'
import type { BulkModel } from './bulk-model.ts'
import { learnedOf } from './bulk-model.ts'
import { Channel } from './channel.ts'
import { WORD_FIELDS } from './fields.ts'
import { Gathered } from './gather.ts'
import { LEVEL, levelOf } from './levels.ts'
import { MarkHash } from './mark-hash.ts'
import type { Indexed } from './prepare.ts'
import { CIRCLE, FIELDS, LEARNED_AT, SLOT, SLOTS } from './slots.ts'
import { gapLevel, yearLevel } from './word-shares.ts'

const MODEL = FIELDS.indexOf('model')
const YEAR = FIELDS.indexOf('year')
const GAP = FIELDS.indexOf('gap')

const KEYS_AT_ONCE = 8_192
/** A record is settled by the near path where its best entry, or none, is at least this likely. */
const SETTLED = 0.95
/** What lies so many bits behind the best takes nothing from it that could be seen. */
export const NEGLIGIBLE = 14

/** Weighs records one by one; what it finds for the last one lies in its arrays. Not shared between threads. */
export class Weigher {
  readonly entries = new Uint32Array(1 << 16)
  readonly marks = new Uint32Array(1 << 16)
  readonly bits = new Float64Array(1 << 16)
  /** Where the last pair stands in each field. */
  readonly slots = new Uint16Array(FIELDS.length)
  count = 0
  /** The sum of the odds of all that was weighed. */
  odds = 0
  lookedAt = 0
  wide = 0
  readonly channel: Channel
  private readonly given: Indexed
  private readonly learned: Float64Array
  private readonly hash = new MarkHash()
  private readonly keys = new AskedKeys(KEYS_AT_ONCE)
  private readonly gathered: Gathered
  private readonly weights = new Float64Array(SLOTS)
  private readonly prior: number

  constructor(given: Indexed, model: BulkModel) {
    this.given = given
    this.learned = learnedOf(model)
    this.channel = new Channel(model.channel, given.table)
    this.gathered = new Gathered(given.entries)
    this.prior = model.recorded / (1 - model.recorded) / Math.max(1, given.entries.length)
  }

  get cut(): number {
    return this.gathered.cut
  }

  /** Weighs a record against all that its keys find: by the near path, and by the wide one where that does not settle it. */
  weigh(record: number): void {
    const { records, shares } = this.given
    this.count = 0
    this.odds = 0
    for (let slot = 0; slot < SLOTS; slot++)
      this.weights[slot] = Math.log2(this.learned[LEARNED_AT[slot]!]! / shares[record * SLOTS + slot]!)
    for (const slot of SLOT) this.weights[slot] = 0
    for (let mark = records.markStart[record]!; mark < records.markStart[record + 1]!; mark++)
      this.weighMark(record, mark)
  }

  private weighMark(record: number, mark: number): void {
    const { records, symbols, indexes } = this.given
    const [from, to] = [records.positionStart[mark]!, records.positionStart[mark + 1]!]
    const background = this.given.background[mark]!
    const [make, model] = [records.words.make[record]!, records.words.model[record]!]
    this.gathered.begin()
    this.hash.take(records.positions, from, to, symbols.classes)
    this.keys.near(this.hash, records.positions, from)
    this.gathered.gather(indexes, this.keys.keys, this.keys.count, false, make, model)
    this.compare(record, from, to, background, 0)
    if (this.settled()) return
    this.wide++
    const near = this.gathered.count
    this.hash.take(records.positions, from, to, symbols.classes)
    this.keys.wide(this.hash)
    this.gathered.gather(indexes, this.keys.keys, this.keys.count, true, make, model)
    this.compare(record, from, to, background, near)
  }

  private settled(): boolean {
    const { prior } = this
    let best = 0
    for (let at = 0; at < this.count; at++) best = Math.max(best, 2 ** this.bits[at]!)
    return (prior * best) / (1 + prior * this.odds) >= SETTLED
  }

  private compare(record: number, from: number, to: number, background: number, first: number): void {
    const { records, entries } = this.given
    const { marks, count } = this.gathered
    for (let at = first; at < count; at++) {
      const mark = marks[at]!
      this.lookedAt++
      const entry = entries.recordOfMark[mark]!
      const serial = this.channel.compare(
        entries.positions,
        entries.positionStart[mark]!,
        entries.positionStart[mark + 1]!,
        records.positions,
        from,
        to,
      )
      if (serial === Number.POSITIVE_INFINITY) continue
      const bits = this.wordBits(record, entry) - serial - background
      if (this.count === this.bits.length) return
      this.entries[this.count] = entry
      this.marks[this.count] = mark
      this.bits[this.count++] = bits
      this.odds += 2 ** bits
    }
  }

  private wordBits(record: number, entry: number): number {
    const { weights, slots } = this
    this.findSlots(record, entry)
    let bits = 0
    for (let field = 0; field < FIELDS.length; field++) bits += weights[slots[field]!]!
    return bits
  }

  /** Finds at which slot of each field a pair stands, and leaves them in `slots`. */
  findSlots(record: number, entry: number): void {
    const { slots } = this
    const { records, entries, levels } = this.given
    let circle: number = CIRCLE.all
    for (let field = 0; field < WORD_FIELDS.length; field++) {
      const word = WORD_FIELDS[field]!
      const level = levelOf(levels[word], records.words[word][record]!, entries.words[word][entry]!)
      slots[field] = SLOT[3 * field + circle]! + level
      if (level === LEVEL.same && field <= MODEL) circle = field === MODEL ? CIRCLE.model : CIRCLE.make
    }
    const { yearFrom, yearTo } = entries
    slots[YEAR] =
      SLOT[3 * YEAR + circle]! +
      yearLevel(records.yearFrom[record]!, records.yearTo[record]!, yearFrom[entry]!, yearTo[entry]!)
    slots[GAP] = SLOT[3 * GAP]! + gapLevel(entries.day[entry]!, records.day[record]!)
  }

  /** The odds that a record's entry is not among what was weighed, in the units of `odds`. */
  get none(): number {
    return 1 / this.prior
  }
}
