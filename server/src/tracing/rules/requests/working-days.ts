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

const formats = new Map<string, Intl.DateTimeFormat>()
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(timeZone, made)
  return made
}

function partsIn(moment: Date, timeZone: string): Record<string, string> {
  return Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  )
}

/** The day that it is there at a moment. */
export function dayIn(moment: Date, timeZone: string): string {
  const { year, month, day } = partsIn(moment, timeZone)
  return `${year!.padStart(4, '0')}-${month}-${day}`
}

const numberOf = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS)
const dayOf = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10)

/** By how much the clock there is ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const { year, month, day, hour, minute, second } = partsIn(new Date(moment), timeZone)
  const shown = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  return shown - Math.floor(moment / 1000) * 1000
}

/** The moment at which a day begins there: midnight, or where the clocks jump over it the first moment after. */
export function startOfDay(day: string, timeZone: string): Date {
  const asUtc = numberOf(day) * DAY_MS
  const guess = asUtc - offsetAt(asUtc, timeZone)
  const moment = asUtc - offsetAt(guess, timeZone)
  // Across a change of the clocks either guess may lie on the other side of it.
  return new Date(
    [guess, moment].filter((each) => dayIn(new Date(each), timeZone) === day).sort((a, b) => a - b)[0] ?? moment,
  )
}

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
