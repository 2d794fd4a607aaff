import type { Language } from '../frame/language.tsx'

/** Codes that the standard leaves to users name no country, though some browsers have words for them. */
const NOBODYS = /^(?:AA|Q[M-Z]|X[A-JL-Z]|ZZ)$/

/** A country by its name in the reader's language; by its code where it has none. */
export function countryName({ locale }: Pick<Language, 'locale'>, code: string): string {
  if (NOBODYS.test(code)) return code
  return new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' }).of(code) ?? code
}
