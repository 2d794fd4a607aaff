import { daysBetween, formatPartialDate, readPartialDate } from '@proofmark/domain/partial-date'
import type { Days, LifeRecord } from './life-record.ts'

/** The first and last day on which something can have happened, as ISO texts: they compare as days do. */
export interface Bounds {
  readonly earliest: string
  readonly latest: string
}

/** Before and after every day that a record can state. */
export const BEGINNING = '0000-00-00'
export const END = '9999-99-99'

export const UNBOUNDED: Bounds = { earliest: BEGINNING, latest: END }

/** The earliest of some days; `END` where there are none. */
export function firstOf(days: Iterable<string>): string {
  let first = END
  for (const day of days) if (day < first) first = day
  return first
}

/** The latest of some days; `BEGINNING` where there are none. */
export function lastOf(days: Iterable<string>): string {
  let last = BEGINNING
  for (const day of days) if (day > last) last = day
  return last
}

/** The day itself, or null for a bound that is none. */
export const knownDay = (day: string): string | null => (day === BEGINNING || day === END ? null : day)

const ordered = (one: string, other: string): Bounds =>
  one <= other ? { earliest: one, latest: other } : { earliest: other, latest: one }

/** When it happened: as dated, and no later than it was told. A report that precedes its event says nothing of it. */
export function boundsOf({ date, reported }: Pick<LifeRecord, 'date' | 'reported'>): Bounds {
  const { earliest, latest } = ordered(date.from ?? BEGINNING, date.to ?? END)
  const told = reported.to
  return { earliest, latest: told !== null && told >= earliest && told < latest ? told : latest }
}

/** When something happened of which several records tell: where they agree, else all that they say. */
export function boundsTogether(all: readonly Bounds[]): Bounds {
  const begins = all.map(({ earliest }) => earliest)
  const ends = all.map(({ latest }) => latest)
  const inner = { earliest: lastOf(begins), latest: firstOf(ends) }
  return inner.earliest <= inner.latest ? inner : { earliest: firstOf(begins), latest: lastOf(ends) }
}

/** Did the first end before the second can have begun? */
export const surelyBefore = (one: Bounds, other: Bounds): boolean => one.latest < other.earliest

export const daysOf = ({ earliest, latest }: Bounds): Days => ({ from: knownDay(earliest), to: knownDay(latest) })

/** The fewest and most days from one to the other; null where a bound is missing. */
export function daysFrom(one: Bounds, other: Bounds): { readonly least: number; readonly most: number } | null {
  const [a, b] = [daysOf(one), daysOf(other)]
  if (a.from === null || a.to === null || b.from === null || b.to === null) return null
  const { least, most } = daysBetween({ from: a.from, to: a.to }, { from: b.from, to: b.to })
  return Number.isFinite(least) && Number.isFinite(most) ? { least, most } : null
}

/** The days for a sentence: `2015`, `2015-03-02`, `2015-03-02 – 2016-01-09`, `≤ 2015-03-02`; `none` where nothing is known. */
export function wordDays({ from, to }: Days): string {
  if (from !== null && to !== null)
    return formatPartialDate(from <= to ? { from, to } : { from: to, to: from }).replace('/', ' – ')
  if (from !== null) return `≥ ${from}`
  return to === null ? 'none' : `≤ ${to}`
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The days that `wordDays` put into words; null where the text is none of its. */
export function readWordedDays(words: string): Days | null {
  const bound = /^([≥≤]) (\S+)$/.exec(words)
  if (bound) {
    const [, sign, day = ''] = bound
    if (!DAY.test(day)) return null
    return sign === '≥' ? { from: day, to: null } : { from: null, to: day }
  }
  const [first = '', last = first, ...more] = words.split(' – ')
  const [from, to] = [readPartialDate(first), readPartialDate(last)]
  return from.ok && to.ok && more.length === 0 ? { from: from.date.from, to: to.date.to } : null
}
