import type { DocumentLanguage } from './locales.ts'

/** A date as far as it is known: the days between two, both included; null where there is no bound. */
export interface ShownDays {
  readonly from: string | null
  readonly to: string | null
}

/** The tag by which a language sets numbers and dates: Gregorian years, and Latin digits as on the markings. */
export const tagOf = (locale: DocumentLanguage): string =>
  locale === 'ar' ? 'ar-u-ca-gregory-nu-latn' : locale === 'en' ? 'en-GB' : locale

/** Sets dates in one language, none finer than it is known; null where neither end is. */
export function createDaySpan(locale: DocumentLanguage): (date: ShownDays) => string | null {
  const tag = tagOf(locale)
  const days = {
    day: new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }),
    month: new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
    year: new Intl.DateTimeFormat(tag, { year: 'numeric', timeZone: 'UTC' }),
  }
  return ({ from, to }) => span(from, to, days)
}

type Days = Readonly<Record<'day' | 'month' | 'year', Intl.DateTimeFormat>>

function span(from: string | null, to: string | null, days: Days): string | null {
  const start = from ? new Date(`${from.slice(0, 10)}T00:00:00Z`) : null
  const end = to ? new Date(`${to.slice(0, 10)}T00:00:00Z`) : null
  if (!start || !end) {
    const known = start ?? end
    if (!known) return null
    return start ? `${days.day.format(known)} –` : `– ${days.day.format(known)}`
  }
  if (start.getTime() === end.getTime()) return days.day.format(start)
  const monthEnd = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0))
  const wholeMonths = start.getUTCDate() === 1 && end.getTime() === monthEnd.getTime()
  if (!wholeMonths) return days.day.formatRange(start, end)
  const wholeYears = start.getUTCMonth() === 0 && end.getUTCMonth() === 11
  return (wholeYears ? days.year : days.month).formatRange(start, end)
}
