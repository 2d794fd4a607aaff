const DAY_MS = 86_400_000

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

/** By how much the clock there is ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const { year, month, day, hour, minute, second } = partsIn(new Date(moment), timeZone)
  const shown = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  return shown - Math.floor(moment / 1000) * 1000
}

/** The moment at which a day begins there: midnight, or where the clocks jump over it the first moment after. */
export function startOfDay(day: string, timeZone: string): Date {
  const asUtc = Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS) * DAY_MS
  const guess = asUtc - offsetAt(asUtc, timeZone)
  const moment = asUtc - offsetAt(guess, timeZone)
  // Across a change of the clocks either guess may lie on the other side of it.
  return new Date(
    [guess, moment].filter((each) => dayIn(new Date(each), timeZone) === day).sort((a, b) => a - b)[0] ?? moment,
  )
}

/** Is it the name of a zone (IANA) whose clocks are known? */
export const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== ''
  } catch {
    return false
  }
}

/**
 * The moment at which clocks show a time (`HH:MM`) on a day; where they jump over it as much later, where they
 * show it twice the earlier. Null for a zone that nobody knows.
 */
export function momentIn(day: string, time: string, timeZone: string): Date | null {
  if (!isZone(timeZone)) return null
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  const shown = (moment: number) => moment + offsetAt(moment, timeZone)
  const guesses = [asUtc - DAY_MS, asUtc, asUtc + DAY_MS].map((near) => asUtc - offsetAt(near, timeZone))
  return new Date(guesses.sort((a, b) => a - b).find((moment) => shown(moment) >= asUtc) ?? asUtc)
}
