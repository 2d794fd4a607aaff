/** Days as numbers since 1970, and where they stand on a line of time. */
const DAY_MS = 86_400_000

export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS
}

/** The stretch of time that a line shows, in days since 1970, both ends included. */
export interface Scale {
  readonly from: number
  readonly to: number
}

/** A line is never shorter than this, so that one day alone has years about it. */
const LEAST_DAYS = 365

/** Of the length, before the first day and after the last, whose label begins there. */
const AIR = { before: 0.03, after: 0.1 } as const

/** The line that holds these days with some air about them; null where there is none. */
export function scaleOf(days: readonly (string | null)[]): Scale | null {
  const known = days.flatMap((day) => (day === null ? [] : [dayNumber(day)])).filter(Number.isFinite)
  if (known.length === 0) return null
  const [first, last] = [Math.min(...known), Math.max(...known)]
  const length = last - first
  const least = (LEAST_DAYS - length) / 2
  return {
    from: Math.floor(first - Math.max(length * AIR.before, least)),
    to: Math.ceil(last + Math.max(length * AIR.after, least)),
  }
}

/** Where a day stands, in per cent of the line; what lies beyond stands at its end. */
export function percentAt({ from, to }: Scale, day: number): number {
  return Math.min(100, Math.max(0, ((day - from) / (to - from)) * 100))
}

/** What is drawn of an interval, in per cent. An end that no record bounds is open, and drawn to the end of the line. */
export interface Extent {
  readonly start: number
  readonly end: number
  readonly openStart: boolean
  readonly openEnd: boolean
}

export function extentOf(scale: Scale, from: string | null, to: string | null): Extent {
  return {
    start: from === null ? 0 : percentAt(scale, dayNumber(from)),
    end: to === null ? 100 : percentAt(scale, dayNumber(to)),
    openStart: from === null,
    openEnd: to === null,
  }
}

/** A line across the lanes, and the years or the month that begin there. */
export interface Tick {
  readonly at: number
  readonly from: string
  readonly to: string
}

const YEARS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000] as const
const YEAR_PX = 60
const MONTH_PX = 110
/** Of these, what the words themselves take. */
const WORD_SHARE = 0.75

const dayOf = (year: number, month: number, day = 1): string => {
  const date = new Date(0)
  date.setUTCFullYear(year, month, day)
  return date.toISOString().slice(0, 10)
}

/** Ticks at round years, as many as a line of so many pixels has room for; at months where it is short. */
export function ticksOf(scale: Scale, width: number): Tick[] {
  const days = scale.to - scale.from
  const [first, last] = [scale.from, scale.to].map((day) => new Date(day * DAY_MS).getUTCFullYear()) as [number, number]
  const months = [1, 3, 6].find((step) => (width / days) * 30 * step >= MONTH_PX)
  const step = months ?? 12 * (YEARS.find((years) => (width / days) * 365 * years >= YEAR_PX) ?? 5000)
  const word = (months === undefined ? YEAR_PX : MONTH_PX) * WORD_SHARE
  const lastAt = 100 - (word / width) * 100
  const begin = Math.ceil((first * 12) / step) * step
  const count = Math.floor(((last + 1) * 12 - begin) / step) + 1
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const month = begin + index * step
    const from = dayOf(0, month)
    const to = months === undefined ? dayOf(0, month + 12, 0) : dayOf(0, month + 1, 0)
    return { at: ((dayNumber(from) - scale.from) / days) * 100, from, to }
  }).filter(({ at }) => at >= 0 && at <= lastAt)
}
