/** The languages of the interface, with the direction of their script and their own name. */
export const LOCALES = {
  en: { direction: 'ltr', name: 'English' },
  fr: { direction: 'ltr', name: 'Français' },
  ar: { direction: 'rtl', name: 'العربية' },
} as const
export type Locale = keyof typeof LOCALES

/** The languages in which documents are written: those of the interface, and what others ask for besides. */
export const DOCUMENT_LANGUAGES = {
  en: LOCALES.en,
  fr: LOCALES.fr,
  es: { direction: 'ltr', name: 'Español' },
  ar: LOCALES.ar,
} as const
export type DocumentLanguage = keyof typeof DOCUMENT_LANGUAGES

export const DEFAULT_LOCALE: Locale = 'en'

/** The best of our locales for an Accept-Language header or a list of the browser's languages. */
export function chooseLocale(wanted: string | readonly string[] | undefined): Locale {
  const tags =
    typeof wanted === 'string' ? wanted.split(',').map((part) => part.split(';')[0]?.trim() ?? '') : (wanted ?? [])
  for (const tag of tags) {
    const language = tag.toLowerCase().split('-')[0] ?? ''
    if (Object.hasOwn(LOCALES, language)) return language as Locale
  }
  return DEFAULT_LOCALE
}
