import { countryName } from '@proofmark/contract/country-names'
import type { Locale } from '@proofmark/contract/locales'
import type { Say } from '@proofmark/contract/messages'
import type { EntryHint } from '@proofmark/contract/schemas/entry'
import { findCountry } from '@proofmark/domain/country'
import type { Hint } from '@proofmark/domain/hint'

/** Parameters by which a sentence chooses its words; they do not stand in it. */
const CHOOSING: ReadonlySet<string> = new Set(['kind', 'script'])

/** A name in a directional isolate: else right-to-left text turns `9×19` into `19×9`. */
const isolated = (name: string) => `\u2068${name}\u2069`

/** A code of no state, a former one's among them, has the name that was read. */
const countryWord = (code: string, locale: Locale): string =>
  countryName(code, locale) ?? findCountry(code)?.name ?? code

function worded(name: string, value: string, say: Say, locale: Locale): string {
  const list = (word: (code: string) => string) =>
    new Intl.ListFormat([locale], { type: 'disjunction' }).format(value.split(' ').map((code) => isolated(word(code))))
  switch (name) {
    case 'country':
    case 'countries':
      return list((code) => countryWord(code, locale))
    case 'type':
    case 'types':
      return list((code) => say(`word.type.${code}`))
    default:
      return CHOOSING.has(name) ? value : isolated(value)
  }
}

/** A hint in words, with the countries and types that it names in the reader's language. */
export function presentHint({ field, id, params }: Hint, say: Say, locale: Locale): EntryHint {
  const inWords = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' ? worded(name, value, say, locale) : value,
  ])
  return { field, id, text: say(`hint.${id}`, Object.fromEntries(inWords)) }
}
