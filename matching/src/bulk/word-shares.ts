import { type FieldLevels, LEVELS, levelOf } from './levels.ts'
import { NO_DAY, type Roll, WORD_FIELDS, type WordField } from './roll.ts'
import { CIRCLE, FIELDS, type Field, GAP_LEVELS, GAPS, slotsOfField } from './slots.ts'
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

/** Counts of a field's values within the entries that share a make, or a model. */
class Circles {
  readonly all: Counts = new Map()
  readonly byMake = new Map<number, Counts>()
  readonly byModel = new Map<number, Counts>()

  private static within(circles: Map<number, Counts>, circle: number): Counts {
    let counts = circles.get(circle)
    if (!counts) {
      counts = new Map()
      circles.set(circle, counts)
    }
    return counts
  }

  add(value: number, make: number, model: number): void {
    add(this.all, value)
    if (make !== NOTHING) add(Circles.within(this.byMake, make), value)
    if (model !== NOTHING) add(Circles.within(this.byModel, model), value)
  }
}

type LevelWith = (value: number) => number

/** Of how many entries of a circle a comparison says anything, and how many are of each level. */
interface Counted {
  readonly total: number
  readonly shares: Float64Array
}

function sharesWithin(counts: Counts, levelWith: LevelWith, levels: number): Counted {
  const shares = new Float64Array(levels)
  let total = 0
  for (const [value, count] of counts) {
    const level = levelWith(value)
    if (level === 0) continue
    shares[level]! += count
    total += count
  }
  return { total, shares }
}

/** What no entry of a circle has is still not impossible. */
const LEAST = 1e-5

/**
 * How often an entry taken at random compares so with a record, field by field: within the entries of its own make, and
 * its own model, since a model brings its calibre with it. Counted, not learned.
 */
export class WordShares {
  private readonly circles: Readonly<Record<Exclude<Field, 'gap'>, Circles>>
  private readonly days: Int32Array
  private readonly levels: Readonly<Record<WordField, FieldLevels>>
  private readonly known = new Map<string, Float32Array>()
  private readonly knownCircles = new Map<string, Counted>()

  constructor(entries: Roll, levels: Readonly<Record<WordField, FieldLevels>>) {
    this.levels = levels
    this.circles = Object.fromEntries([...WORD_FIELDS, 'year'].map((field) => [field, new Circles()])) as Record<
      Exclude<Field, 'gap'>,
      Circles
    >
    for (let entry = 0; entry < entries.length; entry++) {
      const [make, model] = [entries.words.make[entry]!, entries.words.model[entry]!]
      for (const field of WORD_FIELDS) {
        const value = entries.words[field][entry]!
        if (value !== NOTHING) this.circles[field].add(value, make, model)
      }
      if (entries.yearFrom[entry] !== 0) this.circles.year.add(entries.yearFrom[entry]!, make, model)
    }
    this.days = entries.day.filter((day) => day !== NO_DAY).sort()
  }

  /** Writes the shares of a record, slot by slot. */
  of(records: Roll, record: number, into: Float32Array): void {
    const [make, model] = [records.words.make[record]!, records.words.model[record]!]
    for (const [at, field] of FIELDS.entries()) {
      if (field === 'gap') {
        into.set(this.gapShares(records.day[record]!), slotsOfField(at, CIRCLE.all))
        continue
      }
      const [from, to] = [records.yearFrom[record]!, records.yearTo[record]!]
      const value = field === 'year' ? from : records.words[field][record]!
      const name = field === 'year' ? `${from}-${to}` : String(value)
      const levelWith: LevelWith =
        field === 'year'
          ? (year) => yearLevel(from, to, year, year)
          : (other) => levelOf(this.levels[field], value, other)
      into.set(this.within(field, name, levelWith, NOTHING, NOTHING), slotsOfField(at, CIRCLE.all))
      if (field === 'make') continue
      into.set(this.within(field, name, levelWith, make, NOTHING), slotsOfField(at, CIRCLE.make))
      if (field === 'model') continue
      into.set(this.within(field, name, levelWith, make, model), slotsOfField(at, CIRCLE.model))
    }
  }

  private within(
    field: Exclude<Field, 'gap'>,
    value: string,
    levelWith: LevelWith,
    make: number,
    model: number,
  ): Float32Array {
    const name = `${field} ${value}`
    const key = `${name} ${make} ${model}`
    const found = this.known.get(key)
    if (found) return found
    const { all, byMake, byModel } = this.circles[field]
    const circles = [
      this.counted(`${name} all`, all, levelWith),
      this.counted(`${name} make ${make}`, byMake.get(make), levelWith),
      this.counted(`${name} model ${model}`, byModel.get(model), levelWith),
    ]
    const shares = new Float64Array(LEVELS)
    let backing = 0
    for (const circle of circles) {
      if (!circle) continue
      const whole = Math.max(1, circle.total + backing)
      for (let level = 1; level < LEVELS; level++)
        shares[level] = (circle.shares[level]! + backing * shares[level]!) / whole
      backing = BACKING
    }
    const result = Float32Array.from(shares, (share) => Math.max(LEAST, share))
    this.known.set(key, result)
    return result
  }

  private counted(key: string, counts: Counts | undefined, levelWith: LevelWith): Counted | null {
    if (!counts) return null
    const found = this.knownCircles.get(key)
    if (found) return found
    const counted = sharesWithin(counts, levelWith, LEVELS)
    this.knownCircles.set(key, counted)
    return counted
  }

  private gapShares(day: number): Float32Array {
    const shares = new Float32Array(GAP_LEVELS).fill(LEAST)
    const { days } = this
    if (day === NO_DAY || days.length === 0) return shares
    const upTo = (limit: number) => {
      let [low, high] = [0, days.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if (days[middle]! <= limit) low = middle + 1
        else high = middle
      }
      return low / days.length
    }
    let before = upTo(day)
    shares[GAP_LEVELS - 1] = Math.max(LEAST, 1 - before)
    for (const [at, years] of GAPS.entries()) {
      const rest = years === Number.POSITIVE_INFINITY ? 0 : upTo(day - years * DAYS_A_YEAR - 1e-9)
      shares[at + 1] = Math.max(LEAST, before - rest)
      before = rest
    }
    return shares
  }
}
