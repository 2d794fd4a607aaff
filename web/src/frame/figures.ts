import { createDaySpan, tagOf } from '@proofmark/contract/day-span'
import type { Locale } from '@proofmark/contract/locales'

/** Numbers and dates as one language sets them. Digits are Latin in every language, as on the markings. */
export interface Figures {
  readonly count: (n: number) => string
  readonly bits: (n: number) => string
  readonly probability: (p: number) => string
  readonly chance: (n: number) => string
  /** A share that was estimated or counted: nought and one are said where they are so. */
  readonly share: (p: number) => string
  readonly percent: (p: number) => string
  readonly span: (date: { readonly from: string | null; readonly to: string | null }) => string | null
  readonly moment: (instant: string) => string
  /** From one instant to another, a day that both share said once. */
  readonly moments: (span: { readonly from: string; readonly to: string }) => string
  /** The day of an instant where the reader is, without the time. */
  readonly day: (instant: string) => string
  /** The time of day, to the second: for what is waited for. */
  readonly time: (milliseconds: number) => string
  /** What stands between the members of a row of facts. */
  readonly comma: string
  /** Several things as a sentence names them: the last one after "and". */
  readonly list: (things: readonly string[]) => string
}

const MINUS = '−'

export function createFigures(locale: Locale): Figures {
  const tag = tagOf(locale)
  const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 })
  const decimals = (digits: number) =>
    new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const two = decimals(2)
  const three = decimals(3)
  const signed = new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const percents = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 })
  const times = new Intl.DateTimeFormat(tag, { timeStyle: 'medium' })
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' })
  const dates = new Intl.DateTimeFormat(tag, { dateStyle: 'long' })
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
    share: (p) => three.format(p),
    percent: (p) => percents.format(p),
    span: createDaySpan(locale),
    day: (instant) => dates.format(new Date(instant)),
    moment: (instant) => instants.format(new Date(instant)),
    moments: ({ from, to }) => instants.formatRange(new Date(from), new Date(to)),
    time: (milliseconds) => times.format(milliseconds),
    comma: locale === 'ar' ? '، ' : ', ',
    list: (things) => lists.format(things),
  }
}
