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
 * How what a desk shows in the course of its work is looked at in the long run: in all languages and both themes. The
 * short run leaves it to `pages.browser.test.ts`, which goes through every page in turns of all looks.
 */
export const LOOKS: readonly LanguageAndTheme[] = IN_EVERY_LOOK ? ALL_LOOKS : []
