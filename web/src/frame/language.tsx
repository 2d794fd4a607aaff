import { LOCALES, type Locale } from '@proofmark/contract/locales'
import { type Catalogue, createSay, type Say } from '@proofmark/contract/messages'
import { createContext, type ReactNode, use, useState } from 'react'
import { createFigures, type Figures } from './figures.ts'
import { keepLocale } from './preferences.ts'

/** Everything that one language says and sets. */
export interface Language {
  readonly locale: Locale
  readonly say: Say
  readonly figures: Figures
}

// One chunk a language; only the chosen one is fetched.
const CATALOGUES: Readonly<Record<Locale, () => Promise<{ readonly default: Catalogue }>>> = {
  en: () => import('@proofmark/contract/messages/en/web.json', { with: { type: 'json' } }),
  fr: () => import('@proofmark/contract/messages/fr/web.json', { with: { type: 'json' } }),
  ar: () => import('@proofmark/contract/messages/ar/web.json', { with: { type: 'json' } }),
}

/** Fetches a language and sets the document to it. Rejects where its catalogue cannot be fetched. */
export async function loadLanguage(locale: Locale): Promise<Language> {
  const { default: catalogue } = await CATALOGUES[locale]()
  document.documentElement.lang = locale
  document.documentElement.dir = LOCALES[locale].direction
  return { locale, say: createSay(locale, catalogue), figures: createFigures(locale) }
}

/** The further catalogue of a desk, by language; it is fetched with the desk. */
export type DeskCatalogue = Readonly<Record<Locale, () => Promise<{ readonly default: Catalogue }>>>

const fetched = new Map<DeskCatalogue, Map<Locale, Promise<Say>>>()

function deskSay(catalogue: DeskCatalogue, locale: Locale): Promise<Say> {
  const byLocale = fetched.get(catalogue) ?? new Map<Locale, Promise<Say>>()
  fetched.set(catalogue, byLocale)
  const known = byLocale.get(locale)
  if (known) return known
  const coming = Promise.all([CATALOGUES[locale](), catalogue[locale]()]).then(([common, own]) =>
    createSay(locale, { ...common.default, ...own.default }),
  )
  byLocale.set(locale, coming)
  // One that could not be fetched is asked for again.
  coming.catch(() => byLocale.delete(locale))
  return coming
}

/** What stands inside also says what its desk's own catalogue says. Suspends while that is fetched. */
export function DeskLanguage({
  catalogue,
  children,
}: {
  readonly catalogue: DeskCatalogue
  readonly children: ReactNode
}) {
  const language = useLanguage()
  const say = use(deskSay(catalogue, language.locale))
  return <LanguageContext value={{ ...language, say }}>{children}</LanguageContext>
}

interface LanguageInUse extends Language {
  readonly choose: (locale: Locale) => void
}

const LanguageContext = createContext<LanguageInUse | null>(null)

export function LanguageProvider({ initial, children }: { readonly initial: Language; readonly children: ReactNode }) {
  const [language, setLanguage] = useState(initial)
  const choose = (locale: Locale) => {
    keepLocale(locale)
    // A catalogue that cannot be fetched leaves the page in the language it has.
    loadLanguage(locale).then(setLanguage, () => undefined)
  }
  return <LanguageContext value={{ ...language, choose }}>{children}</LanguageContext>
}

/** The language in use. Throws outside of a LanguageProvider. */
export function useLanguage(): LanguageInUse {
  const language = use(LanguageContext)
  if (!language) throw new Error('useLanguage stands outside of a LanguageProvider; wrap the page in one.')
  return language
}
