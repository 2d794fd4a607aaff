import { DAYS_A_YEAR, yearLevel } from './compare-words.ts'
import { NO_DAY, type WordField } from './fields.ts'
import { type FieldLevels, LEVEL, LEVELS, levelOf } from './levels.ts'
import { PairTable } from './pair-table.ts'
import type { Roll } from './roll.ts'
import { CIRCLE, FIELDS, GAP_LEVELS, GAPS, LEVELS_OF } from './slots.ts'
import { ANY_CODE, EVERYBODY, type WordCounts } from './word-counts.ts'
import { UNREAD } from './word-list.ts'

/** How much a smaller circle of entries counts beside the larger one that it is part of, in entries. */
const BACKING = 3
/** What no entry of a circle has is still not impossible. */
const LEAST = 1e-5

const YEAR = FIELDS.indexOf('year')
const GAP = FIELDS.indexOf('gap')
const YEARS = 1 << 12

/**
 * How often an entry taken at random compares so with a record, field by field: among all entries, among those of its
 * make, and among those of its model, since a model brings its calibre with it. Counted, not learned. What was worked
 * out for one record is kept for others that say the same. Each thread has its own.
 */
export class WordShares {
  /** Shares by level, row after row. */
  shares = new Float32Array(1 << 12)
  /** How many of `shares` are written. */
  size = 0
  private readonly counts: WordCounts
  private readonly levels: Readonly<Record<WordField, FieldLevels>>
  private readonly tables: readonly PairTable[]
  private readonly rows = Array.from({ length: 3 * FIELDS.length }, () => new PairTable())
  private readonly pairs = new PairTable()
  private pairCount = 0
  private readonly sum = new Float64Array(LEVELS)
  private readonly counted = new Float64Array(LEVELS)

  constructor(counts: WordCounts, levels: Readonly<Record<WordField, FieldLevels>>) {
    this.counts = counts
    this.levels = levels
    this.tables = counts.tables.map((rows) => new PairTable(rows))
  }

  /**
   * Where the shares of a record for one field within a circle stand, level by level. A narrow circle is backed by the
   * wider ones, since few entries say little.
   */
  rowOf(records: Roll, record: number, field: number, circle: number): number {
    const { words, yearFrom, yearTo, day } = records
    const name = FIELDS[field]!
    const [make, model] = [words.make[record]!, words.model[record]!]
    const within = circle === CIRCLE.all ? EVERYBODY : circle === CIRCLE.make ? make : this.makeAndModel(make, model)
    const value =
      name === 'gap'
        ? day[record]!
        : name === 'year'
          ? yearFrom[record]! * YEARS + yearTo[record]!
          : words[name][record]!
    const known = this.rows[3 * field + circle]!
    const row = known.get(within, value)
    if (row >= 0) return row
    const at = this.room(LEVELS_OF[field]!)
    known.set(within, value, at)
    if (field === GAP) this.writeGaps(value, at)
    else this.write(value, field, circle, make, model, at)
    return at
  }

  /** A number for a make and a model together: a model may be stated beside another's make. */
  private makeAndModel(make: number, model: number): number {
    const known = this.pairs.get(make, model)
    if (known >= 0) return known
    this.pairs.set(make, model, this.pairCount)
    return this.pairCount++
  }

  private room(levels: number): number {
    const at = this.size
    this.size += levels
    if (this.size > this.shares.length) {
      const larger = new Float32Array(2 * this.shares.length)
      larger.set(this.shares)
      this.shares = larger
    }
    return at
  }

  private write(value: number, field: number, circle: number, make: number, model: number, at: number): void {
    const { sum, shares } = this
    sum.fill(0)
    this.widen(value, field, CIRCLE.all, EVERYBODY, 0)
    if (circle >= CIRCLE.make) this.widen(value, field, CIRCLE.make, make, BACKING)
    if (circle >= CIRCLE.model) this.widen(value, field, CIRCLE.model, model, BACKING)
    for (let level = 0; level < LEVELS; level++) shares[at + level] = Math.max(LEAST, sum[level]!)
  }

  /** Takes a narrower circle up. */
  private widen(value: number, field: number, circle: number, within: number, backing: number): void {
    const { sum, counted } = this
    const table = this.tables[3 * field + circle]!
    counted.fill(0)
    if (field === YEAR) this.countYears(table, within, value)
    else this.countWord(table, within, value, this.levels[FIELDS[field] as WordField])
    let total = 0
    for (let level = 1; level < LEVELS; level++) total += counted[level]!
    const whole = Math.max(1, total + backing)
    for (let level = 1; level < LEVELS; level++) sum[level] = (counted[level]! + backing * sum[level]!) / whole
  }

  private countYears(table: PairTable, within: number, value: number): void {
    const [from, to] = [Math.floor(value / YEARS), value % YEARS]
    if (from === 0) return
    for (const year of this.counts.years) {
      const count = table.get(within, year)
      if (count > 0) this.counted[yearLevel(from, to, year, year)]! += count
    }
  }

  private countWord(table: PairTable, within: number, value: number, levels: FieldLevels): void {
    if (value < 0) return
    const { counted } = this
    const same = Math.max(0, table.get(within, value))
    if (value >= UNREAD || levels.table === null) {
      counted[LEVEL.same] = same
      if (value < UNREAD) counted[LEVEL.differs] = Math.max(0, table.get(within, ANY_CODE)) - same
      return
    }
    for (let code = 0; code < levels.size; code++) {
      const count = table.get(within, code)
      if (count > 0) counted[levelOf(levels, value, code)]! += count
    }
  }

  private writeGaps(day: number, at: number): void {
    const { shares } = this
    shares.fill(LEAST, at, at + GAP_LEVELS)
    if (day === NO_DAY || this.counts.days.length === 0) return
    let before = this.upTo(day)
    shares[at + GAP_LEVELS - 1] = Math.max(LEAST, 1 - before)
    for (let level = 0; level < GAPS.length; level++) {
      const years = GAPS[level]!
      const rest = years === Number.POSITIVE_INFINITY ? 0 : this.upTo(day - years * DAYS_A_YEAR - 1e-9)
      shares[at + level + 1] = Math.max(LEAST, before - rest)
      before = rest
    }
  }

  /** The share of entries up to a day. */
  private upTo(limit: number): number {
    const { days } = this.counts
    let [low, high] = [0, days.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (days[middle]! <= limit) low = middle + 1
      else high = middle
    }
    return low / days.length
  }
}
