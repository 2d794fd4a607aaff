import { countryName as nameIn } from '@proofmark/contract/country-names'
import type { Language } from '../frame/language.tsx'

/** A country by its name in the reader's language; by its code where it has none. */
export const countryName = ({ locale }: Pick<Language, 'locale'>, code: string): string => nameIn(code, locale) ?? code
