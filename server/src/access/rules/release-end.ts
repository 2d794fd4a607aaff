const DAY_MS = 24 * 60 * 60 * 1000
/** What is not wanted back within so many years is to be released anew. */
const MOST_YEARS = 5

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)

/** The first moment after a day in UTC, given as year, month and day: ends fall on whole days, so that classes stay few. */
export const endOfDay = (day: string): Date => new Date(new Date(`${day}T00:00:00Z`).getTime() + DAY_MS)

/** The last day before an end. */
export const lastDay = (end: Date): string => dayOf(new Date(end.getTime() - DAY_MS))

/** The first and the last day until which a release that is made at this moment may last. */
export function releaseDays(now: Date): { readonly first: string; readonly last: string } {
  const last = new Date(now)
  last.setUTCFullYear(last.getUTCFullYear() + MOST_YEARS)
  return { first: dayOf(now), last: dayOf(last) }
}
