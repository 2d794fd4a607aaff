import { NO_DAY, WORD_FIELDS, type WordField } from './fields.ts'
import { type FieldLevels, LEVELS, levelOf } from './levels.ts'
import type { Roll } from './roll.ts'
import { CIRCLE, FIELDS, type Field, GAP_LEVELS, GAPS } from './slots.ts'
import { NOTHING } from './word-list.ts'

/** How two years compare. */
export const YEAR_LEVEL = { none: 0, same: 1, oneOff: 2, near: 3, differs: 4 } as const
/** From which distance on, in years, two years are far apart. */
const FAR = 4

const DAYS_A_YEAR = 365.25

export function yearLevel(aFrom: number, aTo: number, bFrom: number, bTo: number): number {
  if (aFrom === 0 || bFrom === 0) return YEAR_LEVEL.none
  const apart = Math.max(0, aFrom - bTo, bFrom - aTo)
  if (apart <= 1) return apart === 0 ? YEAR_LEVEL.same : YEAR_LEVEL.oneOff
  return apart < FAR ? YEAR_LEVEL.near : YEAR_LEVEL.differs
}

/** 0 where either date is missing. */
export function gapLevel(entry: number, record: number): number {
  if (entry === NO_DAY || record === NO_DAY) return 0
  const days = record - entry
  if (days < 0) return GAP_LEVELS - 1
  const years = days / DAYS_A_YEAR
  let at = 0
  while (years > GAPS[at]!) at++
  return at + 1
}

/** How much a smaller circle of entries counts beside the larger one that it is part of, in entries. */
const BACKING = 3

type Counts = Map<number, number>

const add = (counts: Counts, value: number) => counts.set(value, (counts.get(value) ?? 0) + 1)

function within(circles: Map<number, Counts>, circle: number): Counts {
  const found = circles.get(circle)
  if (found) return found
  const counts: Counts = new Map()
  circles.set(circle, counts)
  return counts
}

type LevelWith = (value: number) => number

/** Of how many entries of a circle a comparison says anything, and how many are of each level. */
interface Counted {
  readonly total: number
  readonly shares: Float64Array
}

function countLevels(counts: Counts, levelWith: LevelWith): Counted {
  const shares = new Float64Array(LEVELS)
  let total = 0
  for (const [value, count] of counts) {
    const level = levelWith(value)
    if (level === 0) continue
    shares[level]! += count
    total += count
  }
  return { total, shares }
}

/** A field's values among all entries, among those of each make, and among those of each model. */
class Circles {
  private readonly all: Counts = new Map()
  private readonly byMake = new Map<number, Counts>()
  private readonly byModel = new Map<number, Counts>()
  private readonly known: readonly Map<number, Map<number, Counted>>[] = [new Map(), new Map(), new Map()]

  add(value: number, make: number, model: number): void {
    add(this.all, value)
    if (make !== NOTHING) add(within(this.byMake, make), value)
    if (model !== NOTHING) add(within(this.byModel, model), value)
  }

  /** How a value compares with those of a circle; null where no entry is in it. */
  counted(value: number, kind: number, circle: number, levelWith: LevelWith): Counted | null {
    const counts = kind === CIRCLE.all ? this.all : (kind === CIRCLE.make ? this.byMake : this.byModel).get(circle)
    if (!counts) return null
    const ofKind = this.known[kind]!
    let known = ofKind.get(circle)
    if (!known) {
      known = new Map()
      ofKind.set(circle, known)
    }
    let counted = known.get(value)
    if (!counted) {
      counted = countLevels(counts, levelWith)
      known.set(value, counted)
    }
    return counted
  }
}

/** What no entry of a circle has is still not impossible. */
const LEAST = 1e-5

const YEARS = 1 << 12

/**
 * How often an entry taken at random compares so with a record, field by field: among all entries, among those of its
 * make, and among those of its model, since a model brings its calibre with it. Counted, not learned.
 */
export class WordShares {
  private readonly circles: Readonly<Record<Exclude<Field, 'gap'>, Circles>>
  private readonly days: Int32Array
  private readonly levels: Readonly<Record<WordField, FieldLevels>>
  private readonly sum = new Float64Array(LEVELS)

  constructor(entries: Roll, levels: Readonly<Record<WordField, FieldLevels>>) {
    this.levels = levels
    this.circles = Object.fromEntries([...WORD_FIELDS, 'year'].map((field) => [field, new Circles()])) as Record<
      Exclude<Field, 'gap'>,
      Circles
    >
    const { make: makes, model: models } = entries.words
    for (const field of WORD_FIELDS) {
      const [values, circles] = [entries.words[field], this.circles[field]]
      for (let entry = 0; entry < entries.length; entry++)
        if (values[entry] !== NOTHING) circles.add(values[entry]!, makes[entry]!, models[entry]!)
    }
    for (let entry = 0; entry < entries.length; entry++)
      if (entries.yearFrom[entry] !== 0) this.circles.year.add(entries.yearFrom[entry]!, makes[entry]!, models[entry]!)
    this.days = entries.day.filter((day) => day !== NO_DAY).sort()
  }

  /**
   * Writes the shares of a record for one field within a circle, level by level, from `at` on. A narrow circle is backed
   * by the wider ones, since few entries say little.
   */
  write(records: Roll, record: number, place: number, circle: number, into: Float32Array, at: number): void {
    const field = FIELDS[place]!
    if (field === 'gap') {
      this.writeGaps(records.day[record]!, into, at)
      return
    }
    const [from, to] = [records.yearFrom[record]!, records.yearTo[record]!]
    const isYear = field === 'year'
    const value = isYear ? from * YEARS + to : records.words[field][record]!
    const levelWith: LevelWith = isYear
      ? (year) => yearLevel(from, to, year, year)
      : (other) => levelOf(this.levels[field], value, other)
    const circles = this.circles[field]
    this.sum.fill(0)
    this.widen(circles.counted(value, CIRCLE.all, 0, levelWith), 0)
    if (circle >= CIRCLE.make)
      this.widen(circles.counted(value, CIRCLE.make, records.words.make[record]!, levelWith), BACKING)
    if (circle >= CIRCLE.model)
      this.widen(circles.counted(value, CIRCLE.model, records.words.model[record]!, levelWith), BACKING)
    for (let level = 0; level < LEVELS; level++) into[at + level] = Math.max(LEAST, this.sum[level]!)
  }

  /** Takes a narrower circle up. */
  private widen(circle: Counted | null, backing: number): void {
    if (!circle) return
    const { sum } = this
    const whole = Math.max(1, circle.total + backing)
    for (let level = 1; level < LEVELS; level++) sum[level] = (circle.shares[level]! + backing * sum[level]!) / whole
  }

  private writeGaps(day: number, into: Float32Array, at: number): void {
    const { days } = this
    into.fill(LEAST, at, at + GAP_LEVELS)
    if (day === NO_DAY || days.length === 0) return
    let before = this.upTo(day)
    into[at + GAP_LEVELS - 1] = Math.max(LEAST, 1 - before)
    for (let level = 0; level < GAPS.length; level++) {
      const years = GAPS[level]!
      const rest = years === Number.POSITIVE_INFINITY ? 0 : this.upTo(day - years * DAYS_A_YEAR - 1e-9)
      into[at + level + 1] = Math.max(LEAST, before - rest)
      before = rest
    }
  }

  /** The share of entries up to a day. */
  private upTo(limit: number): number {
    const { days } = this
    let [low, high] = [0, days.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (days[middle]! <= limit) low = middle + 1
      else high = middle
    }
    return low / days.length
  }
}
