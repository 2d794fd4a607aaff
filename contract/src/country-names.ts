import type { DocumentLanguage } from './locales.ts'

/**
 * The invented states of the demonstration, under codes that ISO 3166-1 (8.1.3) leaves to their users; an installation of a real
 * state meets none of them.
 */
const INVENTED: Readonly<Record<string, Readonly<Record<DocumentLanguage, string>>>> = {
  XA: { en: 'Averland', fr: 'Averlande', es: 'Averlandia', ar: 'أفرلاند' },
  XB: { en: 'Brennmark', fr: 'Brennemarche', es: 'Brennmarca', ar: 'برنمارك' },
  XC: { en: 'Corvania', fr: 'Corvanie', es: 'Corvania', ar: 'كورفانيا' },
  XD: { en: 'Dunmere', fr: 'Dunmère', es: 'Dunmera', ar: 'دنمير' },
  XE: { en: 'Estaria', fr: 'Estarie', es: 'Estaria', ar: 'إستاريا' },
}
export const INVENTED_COUNTRIES: readonly string[] = Object.keys(INVENTED)

/** Codes that stand for no country, whatever a table of locales calls them: left to their users, or for unions and testing. */
const NO_COUNTRY = /^(?:AA|Q[M-Z]|X[A-JL-Z]|ZZ|EU|EZ|UN)$/

const regions = new Map<DocumentLanguage, Intl.DisplayNames>()

/** Tables of names are dear to make. */
function regionsOf(language: DocumentLanguage): Intl.DisplayNames {
  const known = regions.get(language) ?? new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  regions.set(language, known)
  return known
}

/** What a country is called in a language; null for a code that stands for none, or for which the language has no name. */
export function countryName(code: string, language: DocumentLanguage): string | null {
  const invented = INVENTED[code]
  if (invented) return invented[language] ?? null
  if (!/^[A-Z]{2}$/.test(code) || NO_COUNTRY.test(code)) return null
  return regionsOf(language).of(code) ?? null
}
