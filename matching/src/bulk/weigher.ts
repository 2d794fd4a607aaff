import { AskedKeys } from './asked-keys.ts'
import type { BulkModel } from './bulk-model.ts'
import { learnedOf } from './bulk-model.ts'
import { Channel } from './channel.ts'
import { WORD_FIELDS } from './fields.ts'
import { Gathered } from './gather.ts'
import type { Indexed } from './indexed.ts'
import { LEVEL, levelOf } from './levels.ts'
import { MarkHash } from './mark-hash.ts'
import { CIRCLE, FIELDS, LEARNED_AT, LEVELS_OF, SLOT, SLOTS } from './slots.ts'
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
  /** The sum of the odds of all that was weighed, and the bits of the best. */
  odds = 0
  best = Number.NEGATIVE_INFINITY
  lookedAt = 0
  wide = 0
  readonly channel: Channel
  private readonly given: Indexed
  private readonly learned: Float64Array
  private readonly hash = new MarkHash()
  private readonly keys = new AskedKeys(KEYS_AT_ONCE)
  private readonly gathered: Gathered
  /** How often an entry taken at random compares so with the last record, slot by slot. */
  readonly shares = new Float32Array(SLOTS)
  background = 0
  private readonly weights = new Float64Array(SLOTS)
  /** Of which fields and circles the weights were worked out for the last record. */
  private readonly ready = new Uint8Array(SLOT.length)
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
    const { records } = this.given
    this.count = 0
    this.odds = 0
    this.best = Number.NEGATIVE_INFINITY
    this.ready.fill(0)
    for (let mark = records.markStart[record]!; mark < records.markStart[record + 1]!; mark++)
      this.weighMark(record, mark)
  }

  private weighMark(record: number, mark: number): void {
    const { records, symbols, indexes } = this.given
    const [from, to] = [records.positionStart[mark]!, records.positionStart[mark + 1]!]
    this.background = this.given.backgroundOf(records.positions, from, to)
    const [make, model] = [records.words.make[record]!, records.words.model[record]!]
    this.gathered.begin()
    this.hash.take(records.positions, from, to, symbols.classes)
    this.keys.near(this.hash, records.positions, from)
    this.gathered.gather(indexes, this.keys.keys, this.keys.count, false, make, model)
    this.compare(record, from, to, 0)
    if (this.settled()) return
    this.wide++
    const near = this.gathered.count
    this.hash.take(records.positions, from, to, symbols.classes)
    this.keys.wide(this.hash)
    this.gathered.gather(indexes, this.keys.keys, this.keys.count, true, make, model)
    this.compare(record, from, to, near)
  }

  private settled(): boolean {
    const { prior } = this
    return (prior * 2 ** this.best) / (1 + prior * this.odds) >= SETTLED
  }

  private compare(record: number, from: number, to: number, first: number): void {
    const { records, entries } = this.given
    const { marks, count } = this.gathered
    const { background } = this
    for (let at = first; at < count; at++) {
      const mark = marks[at]!
      this.lookedAt++
      const entry = entries.recordOfMark[mark]!
      const words = this.wordBits(record, entry) - background
      if (words < this.best - NEGLIGIBLE) continue
      const serial = this.channel.compare(
        entries.positions,
        entries.positionStart[mark]!,
        entries.positionStart[mark + 1]!,
        records.positions,
        from,
        to,
      )
      if (serial === Number.POSITIVE_INFINITY) continue
      const bits = words - serial
      if (this.count === this.bits.length) {
        this.gathered.cut++
        return
      }
      this.entries[this.count] = entry
      this.marks[this.count] = mark
      this.bits[this.count++] = bits
      this.odds += 2 ** bits
      if (bits > this.best) this.best = bits
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
    const { records, entries, levels } = this.given
    let circle: number = CIRCLE.all
    for (let field = 0; field < WORD_FIELDS.length; field++) {
      const word = WORD_FIELDS[field]!
      const level = levelOf(levels[word], records.words[word][record]!, entries.words[word][entry]!)
      this.stand(record, field, circle, level)
      if (level === LEVEL.same && field <= MODEL) circle = field === MODEL ? CIRCLE.model : CIRCLE.make
    }
    const { yearFrom, yearTo } = entries
    const years = yearLevel(records.yearFrom[record]!, records.yearTo[record]!, yearFrom[entry]!, yearTo[entry]!)
    this.stand(record, YEAR, circle, years)
    this.stand(record, GAP, CIRCLE.all, gapLevel(entries.day[entry]!, records.day[record]!))
  }

  /** Most records meet few circles, so that weights are worked out when they are asked for. */
  private stand(record: number, field: number, circle: number, level: number): void {
    const at = 3 * field + circle
    const from = SLOT[at]!
    this.slots[field] = from + level
    if (this.ready[at] === 1) return
    this.ready[at] = 1
    const { shares, weights, learned } = this
    this.given.counted.write(this.given.records, record, field, circle, shares, from)
    weights[from] = 0
    for (let slot = from + 1; slot < from + LEVELS_OF[field]!; slot++)
      weights[slot] = Math.log2(learned[LEARNED_AT[slot]!]! / shares[slot]!)
  }

  /** The odds that a record's entry is not among what was weighed, in the units of `odds`. */
  get none(): number {
    return 1 / this.prior
  }
}
