import { AskedKeys } from './asked-keys.ts'
import type { BulkModel } from './bulk-model.ts'
import { learnedOf } from './bulk-model.ts'
import { Channel } from './channel.ts'
import { gapLevel, yearLevel } from './compare-words.ts'
import { FACT, FACTS, LATER_YEAR, YEAR_BITS } from './facts.ts'
import { charactersOf } from './fellows.ts'
import { WORD_FIELDS } from './fields.ts'
import { Gathered } from './gather.ts'
import type { Indexed } from './indexed.ts'
import { type FieldLevels, LEVEL, levelOf } from './levels.ts'
import { MarkHash } from './mark-hash.ts'
import { Nearness } from './nearness.ts'
import { CIRCLE, FIELDS, LEARNED_AT, LEVELS_OF, SLOT, SLOTS } from './slots.ts'

const MODEL = FIELDS.indexOf('model')
const YEAR = FIELDS.indexOf('year')
const GAP = FIELDS.indexOf('gap')

/** So many bits less likely than that there is no entry at all: not worth a look. */
const UNLIKELY = 5
/** So many entries are kept for one record while it is weighed. */
const MOST_WEIGHED = 1 << 14
const KEYS_AT_ONCE = 8_192
/** A record is settled by the near path where its best entry, or none, is at least this likely. */
const SETTLED = 0.98
/** What lies so many bits behind the best takes nothing from it that could be seen. */
export const NEGLIGIBLE = 14

/** How far is looked where what is found is measured once more, by another model. */
export interface Reach {
  /** What words alone put so many bits behind the best is not compared further. */
  readonly behind: number
  /** An entry for which less speaks is of no interest. */
  readonly least: number
  /** One entry with so many bits settles a record, whatever else fits. */
  readonly settledFrom: number
  /** The chain of each entry: one of the record's own chain is not weighed. */
  readonly chains: Int32Array
}

/** Weighs records one by one; what it finds for the last one lies in its arrays. Not shared between threads. */
export class Weigher {
  readonly entries = new Uint32Array(MOST_WEIGHED)
  readonly marks = new Uint32Array(MOST_WEIGHED)
  readonly bits = new Float64Array(MOST_WEIGHED)
  /** Where the last pair stands in each field. */
  readonly slots = new Uint16Array(FIELDS.length)
  count = 0
  /** The sum of the odds of all that was weighed, and the bits of the best. */
  odds = 0
  best = Number.NEGATIVE_INFINITY
  lookedAt = 0
  wide = 0
  /** Of what was looked at, what the near path found; and how often that was cut short. */
  lookedAtNear = 0
  cutNear = 0
  /** Of the record that is weighed next: its chain, marks that are not asked for, and whether it goes the wide path anyway. */
  ownChain = -1
  readonly passedOver = new Set<number>()
  alwaysWide = false
  readonly channel: Channel
  private readonly given: Indexed
  private readonly learned: Float64Array
  private readonly hash = new MarkHash()
  private readonly keys = new AskedKeys(KEYS_AT_ONCE)
  private readonly gathered: Gathered
  private readonly nearness: Nearness
  background = 0
  /** What the words of the last record are, and how each field's words compare. */
  private readonly asked = new Int32Array(WORD_FIELDS.length)
  private readonly levels: readonly FieldLevels[]
  /** What each level says in bits, in rows as the shares are; no number where it was not worked out yet. */
  private weights = new Float64Array(0)
  /** Where the rows of the last record begin, by field and circle; -1 where none was asked for. */
  private readonly rows = new Int32Array(SLOT.length)
  private readonly prior: number
  /** An entry for which less speaks, in bits, is of no interest. */
  private readonly least: number
  private readonly behind: number
  private readonly reach: Reach | null

  constructor(given: Indexed, model: BulkModel, reach: Reach | null = null) {
    this.given = given
    this.reach = reach
    this.behind = reach?.behind ?? NEGLIGIBLE
    this.learned = learnedOf(model)
    this.levels = WORD_FIELDS.map((field) => given.levels[field])
    this.channel = new Channel(model.channel, given.table, given.series)
    this.gathered = new Gathered(given.entries)
    this.nearness = new Nearness(given.symbols.classes)
    this.prior = model.recorded / (1 - model.recorded) / Math.max(1, given.entries.length)
    this.least = reach?.least ?? -Math.log2(this.prior) - UNLIKELY
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
    this.rows.fill(-1)
    for (let field = 0; field < WORD_FIELDS.length; field++)
      this.asked[field] = records.words[WORD_FIELDS[field]!][record]!
    for (let mark = records.markStart[record]!; mark < records.markStart[record + 1]!; mark++)
      if (!this.passedOver.has(mark)) this.weighMark(record, mark)
  }

  private weighMark(record: number, mark: number): void {
    const { records, symbols, index } = this.given
    const [from, to] = [records.positionStart[mark]!, records.positionStart[mark + 1]!]
    this.background = this.given.backgroundOf(record, from, to)
    const [make, model] = [records.words.make[record]!, records.words.model[record]!]
    const nearness = this.nearness.take(records.positions, from, to) ? this.nearness : null
    this.channel.nearness = nearness
    this.gathered.begin()
    this.hash.take(records.positions, from, to, symbols.classes)
    this.keys.near(this.hash, records.positions, from)
    const { cut } = this.gathered
    this.gathered.gather(index, this.keys.keys, this.keys.count, false, make, model)
    this.cutNear += this.gathered.cut - cut
    this.lookedAtNear += this.gathered.count
    this.compare(record, from, to, 0)
    if (this.settled()) return
    this.wide++
    const characters = charactersOf(records.positions, from, to, symbols.classes)
    const { fellows } = this.given
    const near = this.gathered.count
    if (nearness !== null) this.gathered.gatherFellows(fellows.model, model, characters, nearness)
    this.compare(record, from, to, near)
    if (this.settled()) return
    const alike = this.gathered.count
    this.hash.take(records.positions, from, to, symbols.classes)
    this.keys.wide(this.hash)
    this.gathered.gather(index, this.keys.keys, this.keys.count, true, make, model)
    if (nearness !== null) this.gathered.gatherFellows(fellows.make, make, characters, nearness)
    this.compare(record, from, to, alike)
  }

  private settled(): boolean {
    const { prior, reach } = this
    if (reach) return !this.alwaysWide && this.best >= reach.settledFrom
    return (prior * 2 ** this.best) / (1 + prior * this.odds) >= SETTLED
  }

  private compare(record: number, from: number, to: number, first: number): void {
    const { records, entries } = this.given
    const { marks, count } = this.gathered
    const { background, behind, ownChain } = this
    const chains = this.reach?.chains
    for (let at = first; at < count; at++) {
      const mark = marks[at]!
      this.lookedAt++
      const entry = entries.recordOfMark[mark]!
      if (chains !== undefined && chains[entry] === ownChain) continue
      const words = this.findSlots(record, entry) - background
      const least = Math.max(this.best - behind, this.least)
      if (words - this.channel.least < least) continue
      const serial = this.channel.compare(
        entries.positions,
        entries.positionStart[mark]!,
        entries.positionStart[mark + 1]!,
        records.positions,
        from,
        to,
        words - least,
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

  /** Of what was weighed and is not negligible, the next likely after a place among it; -1 where there is none. */
  nextBest(after: number | null): number {
    const { bits, count } = this
    const most = after === null ? Number.POSITIVE_INFINITY : bits[after]!
    let [found, best] = [-1, this.best - NEGLIGIBLE]
    for (let at = 0; at < count; at++) {
      const each = bits[at]!
      const comesAfter = each < most || (each === most && after !== null && at > after)
      if (comesAfter && each > best) [found, best] = [at, each]
    }
    return found
  }

  /** Finds at which slot of each field a pair stands, leaves them in `slots`, and answers what they say in bits. */
  findSlots(record: number, entry: number): number {
    const { records, facts } = this.given
    const { asked, levels } = this
    const from = entry * FACTS
    let circle: number = CIRCLE.all
    let bits = 0
    for (let field = 0; field < WORD_FIELDS.length; field++) {
      const level = levelOf(levels[field]!, asked[field]!, facts[from + field]!)
      bits += this.stand(record, field, circle, level)
      if (level === LEVEL.same && field <= MODEL) circle = field === MODEL ? CIRCLE.model : CIRCLE.make
    }
    const years = facts[from + FACT.years]!
    const year = yearLevel(records.yearFrom[record]!, records.yearTo[record]!, years >> YEAR_BITS, years & LATER_YEAR)
    bits += this.stand(record, YEAR, circle, year)
    return bits + this.stand(record, GAP, CIRCLE.all, gapLevel(facts[from + FACT.day]!, records.day[record]!))
  }

  private stand(record: number, field: number, circle: number, level: number): number {
    const at = 3 * field + circle
    this.slots[field] = SLOT[at]! + level
    let row = this.rows[at]!
    if (row < 0) {
      row = this.weighRow(record, field, circle)
      this.rows[at] = row
    }
    return this.weights[row + level]!
  }

  /** Most records meet few circles, and many say the same, so that weights are worked out when they are asked for. */
  private weighRow(record: number, field: number, circle: number): number {
    const { counted } = this.given
    const row = counted.rowOf(this.given.records, record, field, circle)
    if (counted.size > this.weights.length) {
      const larger = new Float64Array(counted.shares.length).fill(Number.NaN)
      larger.set(this.weights)
      this.weights = larger
    }
    const { weights, learned } = this
    if (weights[row] === 0) return row
    weights[row] = 0
    const first = LEARNED_AT[SLOT[3 * field + circle]!]!
    for (let level = 1; level < LEVELS_OF[field]!; level++)
      weights[row + level] = Math.log2(learned[first + level]! / counted.shares[row + level]!)
    return row
  }

  /** How often an entry taken at random compares so with the last record, slot by slot, where that was asked for. */
  shares(): Float32Array {
    const { shares } = this.given.counted
    const bySlot = new Float32Array(SLOTS)
    for (const [at, row] of this.rows.entries())
      if (row >= 0) bySlot.set(shares.subarray(row, row + LEVELS_OF[Math.floor(at / 3)]!), SLOT[at])
    return bySlot
  }

  /** The odds that a record's entry is not among what was weighed, in the units of `odds`. */
  get none(): number {
    return 1 / this.prior
  }
}
