import { LOCALES, type Locale } from '@proofmark/contract/locales'

/** Set by `npm run test:long`: every page is looked at in every language and theme. */
export const EVERY_LOOK_VARIABLE = 'PROOFMARK_TEST_EVERY_LOOK'

/** Is this the long run, which looks at every page in every way? */
export const IN_EVERY_LOOK = (process.env[EVERY_LOOK_VARIABLE] ?? '') !== ''

export interface LanguageAndTheme {
  readonly locale: Locale
  readonly theme: 'light' | 'dark'
}

/** All languages in both themes. */
export const ALL_LOOKS: readonly LanguageAndTheme[] = (Object.keys(LOCALES) as Locale[]).flatMap((locale) =>
  (['light', 'dark'] as const).map((theme) => ({ locale, theme })),
)

/**
 * How each page is looked at: in the language with the longest words and in the one from right to left, in either
 * theme; in the long run in all languages and both themes.
 */
export const LOOKS: readonly LanguageAndTheme[] = IN_EVERY_LOOK
  ? ALL_LOOKS
  : [
      { locale: 'fr', theme: 'light' },
      { locale: 'ar', theme: 'dark' },
    ]
