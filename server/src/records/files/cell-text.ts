/** The first day on which spreadsheets and the calendar agree: they count a 29 February 1900, which never was. */
const AGREED = Date.UTC(1900, 2, 1)
/** The day 0 of spreadsheets, under which a time without a day is kept, as it comes here. */
const NO_DAY = Date.UTC(1899, 11, 30)
const DAY_MS = 24 * 60 * 60 * 1000

function dateText(date: Date): string {
  // A time is kept as a fraction of a day, so that it comes out a little wrong.
  const milliseconds = Math.round(date.getTime() / 1000) * 1000
  if (!Number.isFinite(milliseconds)) return '#NUM!'
  const onTime = milliseconds % DAY_MS !== 0
  if (onTime && milliseconds > NO_DAY && milliseconds < NO_DAY + DAY_MS) return isoText(milliseconds).slice(11)
  const shifted = milliseconds > NO_DAY && milliseconds < AGREED ? milliseconds + DAY_MS : milliseconds
  return onTime ? isoText(shifted) : isoText(shifted).slice(0, -9)
}

const isoText = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, -5)

/** A number as the workbook writes it, or as JavaScript does; a long number without a fraction loses no digit. */
export function numberText(written: string): string {
  const text = written.trim()
  return /^-?\d+$/.test(text) ? text : String(Number(text))
}

/**
 * A cell of a workbook as text: a date as YYYY-MM-DD, with THH:MM:SS where it is not midnight; a time alone as HH:MM:SS;
 * a truth as TRUE or FALSE; a blank as nothing.
 */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dateText(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return String(value)
}
