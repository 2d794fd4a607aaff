import { countryName, INVENTED_COUNTRIES } from '@proofmark/contract/country-names'
import type { Locale } from '@proofmark/contract/locales'

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** The countries of one language: their names, and what somebody may type for them. */
export interface Countries {
  /** What a country is called; its code where the language has no name for it. */
  readonly nameOf: (code: string) => string
  /** The code that a name or a code typed in any case stands for; null where it stands for none. */
  readonly codeOf: (typed: string) => string | null
  readonly names: readonly string[]
}

const fold = (text: string): string => text.trim().toLocaleLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')

const known = new Map<Locale, Countries>()

export function countriesOf(locale: Locale): Countries {
  const before = known.get(locale)
  if (before) return before
  const nameOf = (code: string) => (isInUse(code) ? countryName(code, locale) : null) ?? code
  const codes = LETTERS.flatMap((one) => LETTERS.map((other) => one + other))
  const byName = new Map<string, string>()
  for (const code of codes) {
    const name = nameOf(code)
    if (name !== code) byName.set(fold(name), code)
  }
  const countries: Countries = {
    nameOf,
    codeOf: (typed) => {
      const text = typed.trim()
      return byName.get(fold(text)) ?? (/^[A-Za-z]{2}$/.test(text) ? text.toUpperCase() : null)
    },
    // An invented state is none that anybody should choose.
    names: [...new Set([...byName.values()].filter((code) => !INVENTED_COUNTRIES.includes(code)).map(nameOf))].sort(
      new Intl.Collator(locale).compare,
    ),
  }
  known.set(locale, countries)
  return countries
}

/** Is it a code in use, and none that a former state left behind? */
function isInUse(code: string): boolean {
  return Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`
}
