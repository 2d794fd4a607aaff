import { dayIn, startOfDay } from '@proofmark/domain/time-zone'

/** Days of one calendar: whose clock, and on which days nobody works. */
export interface WorkingCalendar {
  /** IANA name. */
  readonly timeZone: string
  /** Days of the week, 1 (Monday) to 7 (Sunday). */
  readonly workingDays: readonly number[]
  /** ISO 8601 days. */
  readonly holidays: readonly string[]
}

const DAY_MS = 86_400_000
/** A calendar on which hardly anybody ever works is a mistake: it is not followed for ever. */
const MOST_DAYS = 4_000

const numberOf = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS)
const dayOf = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10)

/** Is it a day on which they work? */
export function isWorkingDay(day: string, { workingDays, holidays }: WorkingCalendar): boolean {
  const weekday = ((numberOf(day) + 3) % 7) + 1
  return workingDays.includes(weekday) && !holidays.includes(day)
}

/**
 * The moment at which the `days`-th working day after a moment is over there. The day of the moment itself is not
 * counted; of none, it is the end of that very day.
 */
export function afterWorkingDays(moment: Date, days: number, calendar: WorkingCalendar): Date {
  let day = numberOf(dayIn(moment, calendar.timeZone))
  let left = days
  for (let looked = 0; left > 0 && looked < MOST_DAYS; looked++) {
    day++
    if (isWorkingDay(dayOf(day), calendar)) left--
  }
  return startOfDay(dayOf(day + 1), calendar.timeZone)
}

/** How many working days there have ended between two moments. */
export function workingDaysBetween(from: Date, to: Date, calendar: WorkingCalendar): number {
  if (to <= from) return 0
  const last = numberOf(dayIn(to, calendar.timeZone))
  let days = 0
  for (let day = numberOf(dayIn(from, calendar.timeZone)); day < last && days < MOST_DAYS; day++)
    if (isWorkingDay(dayOf(day), calendar)) days++
  return days
}
