import type { DeskCatalogue } from '../frame/language.tsx'

/** What is said of releases on the page of a record. */
export const RELEASES_CATALOGUE: DeskCatalogue = {
  en: () => import('@proofmark/contract/messages/en/releases.json', { with: { type: 'json' } }),
  fr: () => import('@proofmark/contract/messages/fr/releases.json', { with: { type: 'json' } }),
  ar: () => import('@proofmark/contract/messages/ar/releases.json', { with: { type: 'json' } }),
}
