import { asciiDigit } from './fold.ts'

/**
 * A date as far as it is known: the days between two, both included, without zone, each `YYYY-MM-DD`. The place of the
 * event says whose days they are.
 */
export interface PartialDate {
  readonly from: string
  readonly to: string
}

export type DateProblemId =
  | 'date_empty'
  | 'date_form'
  | 'date_ambiguous'
  | 'date_spreadsheet_number'
  | 'date_no_such_day'
  | 'date_year_placeholder'
  | 'date_year_two_digits'
  | 'date_backwards'

/** What is wrong with a stated date, and what would be accepted instead. */
export interface DateProblem {
  readonly id: DateProblemId
  readonly found: string
  readonly accepted: string
}

export type DateRead =
  | { readonly ok: true; readonly date: PartialDate }
  | { readonly ok: false; readonly problem: DateProblem }

export interface DateContext {
  /** The order in which the source writes days and months; `05/04/2023` is ambiguous without it. */
  readonly order?: 'day_first' | 'month_first'
}

const ACCEPTED = '2023, 2023-04, 2023-04-05, or two of them: 2023-04/2023-06, between 2023-04-01 and 2023-04-05'
const LONGEST = 80

const fail = (id: DateProblemId, found: string, accepted = ACCEPTED): DateRead => ({
  ok: false,
  problem: { id, found: found.slice(0, LONGEST), accepted },
})

const leap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days of a month of the proleptic Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return leap(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const pad = (value: number, length: number) => String(value).padStart(length, '0')
const iso = (year: number, month: number, day: number) => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`

function interval(year: number, month: number | null, day: number | null, found: string): DateRead {
  if (year === 0 || year === 9999) {
    return fail('date_year_placeholder', found, 'a year from 0001 to 9998; leave an unknown date empty')
  }
  if (month === null) return { ok: true, date: { from: iso(year, 1, 1), to: iso(year, 12, 31) } }
  if (month < 1 || month > 12) return fail('date_no_such_day', found, 'a month from 01 to 12')
  if (day === null)
    return { ok: true, date: { from: iso(year, month, 1), to: iso(year, month, daysInMonth(year, month)) } }
  if (day < 1 || day > daysInMonth(year, month)) {
    return fail(
      'date_no_such_day',
      found,
      `a day from 01 to ${daysInMonth(year, month)} in ${pad(year, 4)}-${pad(month, 2)}`,
    )
  }
  return { ok: true, date: { from: iso(year, month, day), to: iso(year, month, day) } }
}

/** A time of day says nothing more about the day; its zone would be a guess, so both are left out. */
const TIME = /[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/i

function readLocal(text: string, order: DateContext['order']): DateRead {
  const local = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text)
  if (local) {
    const [first, second, year] = [Number(local[1]), Number(local[2]), Number(local[3])]
    if (first > 12 || order === 'day_first' || first === second) return interval(year, second, first, text)
    if (second > 12 || order === 'month_first') return interval(year, first, second, text)
    return fail('date_ambiguous', text, 'the source’s order of day and month, or 2023-04-05')
  }
  const monthYear = /^(\d{1,2})[./](\d{4})$/.exec(text)
  if (monthYear) return interval(Number(monthYear[2]), Number(monthYear[1]), null, text)
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2}$/.test(text)) return fail('date_year_two_digits', text, 'a year of four digits')
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return fail('date_spreadsheet_number', text, 'the column formatted as a date')
  return fail('date_form', text)
}

function readOne(stated: string, order: DateContext['order']): DateRead {
  const text = stated.trim().replace(TIME, '')
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  const match = compact ?? /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text)
  if (!match) return readLocal(text, order)
  const [, year, month, day] = match
  return interval(
    Number(year),
    month === undefined ? null : Number(month),
    day === undefined ? null : Number(day),
    text,
  )
}

const BETWEEN = /^(?:between|entre|zwischen|između|izmedju|между|بين)\s+(.+?)\s+(?:and|e|y|et|und|i|и|و)\s*(.+)$/iu
const RANGE = /^(.{4,25}?)\s*(?:\/|\.\.|–|\s-\s|\sto\s|\sa\s|\sbis\s)\s*(.{4,25})$/u

/**
 * Reads a stated date as an interval of days: a year, a month, a day, or from one to another. A time of day and its
 * zone are left out. Never guesses: the day number of a spreadsheet, two-digit years, an unclear order of day and
 * month, and the placeholders 0000 and 9999 are refused with what would be accepted.
 */
export function readPartialDate(stated: string | null | undefined, context: DateContext = {}): DateRead {
  const text = [...(stated ?? '').slice(0, LONGEST + 1)]
    .map((one) => asciiDigit(one) ?? one)
    .join('')
    .trim()
  if (text === '') return fail('date_empty', '')
  if (text.length > LONGEST) return fail('date_form', text)
  const single = readOne(text, context.order)
  if (single.ok || single.problem.id !== 'date_form') return single
  const two = BETWEEN.exec(text) ?? RANGE.exec(text)
  if (!two) return single
  const from = readOne(two[1]!, context.order)
  if (!from.ok) return from
  const to = readOne(two[2]!, context.order)
  if (!to.ok) return to
  if (from.date.from > to.date.to) return fail('date_backwards', text, 'the earlier date first')
  return { ok: true, date: { from: from.date.from, to: to.date.to } }
}

/** The shortest text that `readPartialDate` reads back to the same interval. */
export function formatPartialDate({ from, to }: PartialDate): string {
  if (from === to) return from
  const [year, month] = [from.slice(0, 4), from.slice(5, 7)]
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year
  const lastDay = pad(daysInMonth(Number(year), Number(month)), 2)
  if (from.endsWith('-01') && to === `${year}-${month}-${lastDay}`) return `${year}-${month}`
  return `${from}/${to}`
}

/** Did every day of the first interval pass before the second began? */
export function certainlyBefore(a: PartialDate, b: PartialDate): boolean {
  return a.to < b.from
}

/** Could both be the same day? */
export function overlaps(a: PartialDate, b: PartialDate): boolean {
  return a.from <= b.to && b.from <= a.to
}

const dayNumber = (day: string) => Date.parse(day) / 86_400_000

/** Days that the interval spans, 1 for a known day: the fewer, the more specific. */
export function spanInDays({ from, to }: PartialDate): number {
  return dayNumber(to) - dayNumber(from) + 1
}

/** The fewest and most days from the first event to the second; negative where the second may have come first. */
export function daysBetween(a: PartialDate, b: PartialDate): { readonly least: number; readonly most: number } {
  return { least: dayNumber(b.from) - dayNumber(a.to), most: dayNumber(b.to) - dayNumber(a.from) }
}
