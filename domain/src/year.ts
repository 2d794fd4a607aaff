import { asciiDigit } from './fold.ts'

/** A year of manufacture as an interval of whole years, both ends included. */
export interface YearInterval {
  readonly from: number
  readonly to: number
}

/** Firearms that are traced were not made before, and a year of another calendar falls below. */
export const EARLIEST_YEAR = 1500
/** Years beyond are slips or placeholders such as 9999. */
export const LATEST_YEAR = 2199

const valid = (from: number, to: number): YearInterval | null =>
  from >= EARLIEST_YEAR && to <= LATEST_YEAR && from <= to ? { from, to } : null

/**
 * Reads a year: `1978`, a span `1978-1981` or `1978/79`, a decade `1970s` or `197?`, also in other digits. Null where
 * nothing can be known: two digits alone, `circa`, years of other calendars, 0 and 9999.
 */
export function readYear(stated: string | null | undefined): YearInterval | null {
  if (stated === null || stated === undefined || stated.length > 40) return null
  const text = [...stated.trim()].map((one) => asciiDigit(one) ?? one).join('')
  const single = /^(\d{4})(?:\.0+)?$/.exec(text)
  if (single) return valid(Number(single[1]), Number(single[1]))
  const decade = /^(\d{3})(?:\?|x|_|0'?s)$/i.exec(text)
  if (decade) return valid(Number(decade[1]) * 10, Number(decade[1]) * 10 + 9)
  const century = /^(\d{2})(?:\?\?|xx)$/i.exec(text)
  if (century) return valid(Number(century[1]) * 100, Number(century[1]) * 100 + 99)
  const span = /^(\d{4})\s*(?:-|–|\/|to|a|bis|до|до)\s*(\d{4}|\d{2})$/iu.exec(text)
  if (!span) return null
  const to = span[2]!.length === 2 ? `${span[1]!.slice(0, 2)}${span[2]}` : span[2]!
  return valid(Number(span[1]), Number(to))
}

/** Years between two intervals: 0 where they overlap. */
export function yearDistance(a: YearInterval, b: YearInterval): number {
  return Math.max(0, a.from - b.to, b.from - a.to)
}

/** How specific: 1 for one year, less the wider the interval. */
export function yearSpecificity(interval: YearInterval): number {
  return 1 / (interval.to - interval.from + 1)
}
