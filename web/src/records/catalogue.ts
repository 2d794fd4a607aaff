import type { Locale } from '@proofmark/contract/locales'
import type { Catalogue } from '@proofmark/contract/messages'
import type { DeskCatalogue } from '../frame/language.tsx'
import { RELEASES_CATALOGUE } from '../releases/catalogue.ts'

type Loading = Promise<{ readonly default: Catalogue }>

/** What the page says itself, the words of an entry that it shares, and what is said of releases on it. */
async function together(locale: Locale, own: Loading, entry: Loading): Loading {
  const releases = RELEASES_CATALOGUE[locale]()
  return { default: { ...(await releases).default, ...(await entry).default, ...(await own).default } }
}

/** What the page of a record says. */
export const RECORD_CATALOGUE: DeskCatalogue = {
  en: () =>
    together(
      'en',
      import('@proofmark/contract/messages/en/record.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/en/entry.json', { with: { type: 'json' } }),
    ),
  fr: () =>
    together(
      'fr',
      import('@proofmark/contract/messages/fr/record.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/fr/entry.json', { with: { type: 'json' } }),
    ),
  ar: () =>
    together(
      'ar',
      import('@proofmark/contract/messages/ar/record.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/ar/entry.json', { with: { type: 'json' } }),
    ),
}
