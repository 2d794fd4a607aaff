import { LOCALES, type Locale } from '@proofmark/contract/locales'

/** Set by `npm run test:long`: every page is looked at in every language and theme. */
export const EVERY_LOOK_VARIABLE = 'PROOFMARK_TEST_EVERY_LOOK'

const every = (process.env[EVERY_LOOK_VARIABLE] ?? '') !== ''
const LOCALES_KNOWN = Object.keys(LOCALES) as Locale[]

/**
 * How each page is looked at: in the language with the longest words and in the one from right to left, in either
 * theme; in the long run in all languages and both themes.
 */
export const LOOKS: readonly { readonly locale: Locale; readonly theme: 'light' | 'dark' }[] = every
  ? LOCALES_KNOWN.flatMap((locale) => (['light', 'dark'] as const).map((theme) => ({ locale, theme })))
  : [
      { locale: 'fr', theme: 'light' },
      { locale: 'ar', theme: 'dark' },
    ]
