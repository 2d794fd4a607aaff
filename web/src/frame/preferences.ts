import { chooseLocale, LOCALES, type Locale } from '@proofmark/contract/locales'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** What is kept on this device; storage may be switched off or full, and what cannot be kept holds for this visit. */
export function kept(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    return
  }
}

/** The language chosen before on this machine, else the best of the browser's. */
export function preferredLocale(): Locale {
  const before = kept('language')
  return before !== null && Object.hasOwn(LOCALES, before) ? (before as Locale) : chooseLocale(navigator.languages)
}

export function keepLocale(locale: Locale): void {
  keep('language', locale)
}

/** The appearance chosen before on this machine; `system` follows the machine. */
export function preferredTheme(): Theme {
  const before = kept('theme')
  return THEMES.find((theme) => theme === before) ?? 'system'
}

/** Shows an appearance and keeps it for the next visit. */
export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  keep('theme', theme)
}
