import type { Locale } from '@proofmark/contract/locales'

/** Numbers and dates as one language sets them. Digits are Latin in every language, as on the markings. */
export interface Figures {
  readonly count: (n: number) => string
  readonly bits: (n: number) => string
  readonly probability: (p: number) => string
  readonly chance: (n: number) => string
  readonly span: (date: { readonly from: string | null; readonly to: string | null }) => string | null
  readonly moment: (instant: string) => string
  /** The time of day, to the second: for what is waited for. */
  readonly time: (milliseconds: number) => string
  /** What stands between the members of a row of facts. */
  readonly comma: string
  /** Several things as a sentence names them: the last one after "and". */
  readonly list: (things: readonly string[]) => string
}

const MINUS = '−'

export function createFigures(locale: Locale): Figures {
  const tag = locale === 'ar' ? 'ar-u-ca-gregory-nu-latn' : locale === 'en' ? 'en-GB' : locale
  const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 })
  const decimals = (digits: number) =>
    new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const two = decimals(2)
  const three = decimals(3)
  const signed = new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const days = {
    day: new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }),
    month: new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
    year: new Intl.DateTimeFormat(tag, { year: 'numeric', timeZone: 'UTC' }),
  }
  const times = new Intl.DateTimeFormat(tag, { timeStyle: 'medium' })
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' })
  const instants = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short' })

  return {
    count: (n) => whole.format(n),
    bits(n) {
      const rounded = Math.round(Math.abs(n) * 10) / 10
      if (rounded === 0) return whole.format(0)
      return (n < 0 ? MINUS : '+') + signed.format(rounded)
    },
    probability(p) {
      if (p < 0.001) return `< ${three.format(0.001)}`
      if (p < 0.1) return three.format(p)
      return p >= 0.995 ? `> ${two.format(0.99)}` : two.format(p)
    },
    chance: (n) => (n < 0.01 ? `< ${two.format(0.01)}` : n < 10 ? two.format(n) : whole.format(n)),
    span: ({ from, to }) => span(from, to, days),
    moment: (instant) => instants.format(new Date(instant)),
    time: (milliseconds) => times.format(milliseconds),
    comma: locale === 'ar' ? '، ' : ', ',
    list: (things) => lists.format(things),
  }
}

type Days = Readonly<Record<'day' | 'month' | 'year', Intl.DateTimeFormat>>

/** A date known as an interval, no finer than it is known; null where neither end is. */
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
