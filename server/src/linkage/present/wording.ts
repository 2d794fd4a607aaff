import { countryName } from '@proofmark/contract/country-names'
import { createDaySpan, type ShownDays } from '@proofmark/contract/day-span'
import type { Locale } from '@proofmark/contract/locales'
import type { MessageParameters, Say } from '@proofmark/contract/messages'
import type { ItemRead } from '@proofmark/domain/item'

/** How a door puts what was found into words. */
export interface Wording {
  readonly say: Say
  readonly locale: Locale
  /** What stands around names within a sentence; for doors whose text may run right to left. */
  readonly isolate?: (parameters: MessageParameters) => MessageParameters
  /** How the days of a date are set; for doors whose readers do not read ISO dates. */
  readonly span?: (days: ShownDays) => string | null
}

/** Names within a sentence, each in a directional isolate: else right-to-left text turns `9×19` into `19×9`. */
export const isolateNames = (parameters: MessageParameters): MessageParameters =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'string' ? `\u2068${value}\u2069` : value,
    ]),
  )

/** How the pages are worded, in their reader's language. */
export const wordingOfPages = (say: Say, locale: Locale): Wording => ({
  say,
  locale,
  isolate: isolateNames,
  span: createDaySpan(locale),
})

/** The name of a record's type or country in the reader's language; null for what has no other name than it was read. */
export function localName(field: string, { type, country }: ItemRead, { say, locale }: Wording): string | null {
  if (field === 'type' && type.code !== null) return say(`word.type.${type.code}`)
  if (field === 'country' && country.code !== null) return countryName(country.code, locale)
  return null
}
