import type { DeskCatalogue } from '../frame/language.tsx'

/** What the pages of sources and their records say. */
export const SOURCES_CATALOGUE: DeskCatalogue = {
  en: () => import('@proofmark/contract/messages/en/sources.json', { with: { type: 'json' } }),
  fr: () => import('@proofmark/contract/messages/fr/sources.json', { with: { type: 'json' } }),
  ar: () => import('@proofmark/contract/messages/ar/sources.json', { with: { type: 'json' } }),
}
