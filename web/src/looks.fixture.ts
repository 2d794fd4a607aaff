import { LOCALES, type Locale } from '@proofmark/contract/locales'

/** Set by `npm run test:long`: every page is looked at in every language and theme. */
export const EVERY_LOOK_VARIABLE = 'PROOFMARK_TEST_EVERY_LOOK'

const every = (process.env[EVERY_LOOK_VARIABLE] ?? '') !== ''
const LOCALES_KNOWN = Object.keys(LOCALES) as Locale[]

/** How each page is looked at: in each language and each theme, and in the long run in all of both. */
export const LOOKS: readonly { readonly locale: Locale; readonly theme: 'light' | 'dark' }[] = every
  ? LOCALES_KNOWN.flatMap((locale) => (['light', 'dark'] as const).map((theme) => ({ locale, theme })))
  : [
      { locale: 'en', theme: 'light' },
      { locale: 'fr', theme: 'dark' },
      { locale: 'ar', theme: 'dark' },
    ]

/** In which languages each page is held to 320 pixels: the one with the longest words, and the one from right to left. */
export const NARROW_LOCALES: readonly Locale[] = every ? LOCALES_KNOWN : ['fr', 'ar']
