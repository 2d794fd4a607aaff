import type { DeskCatalogue } from '../frame/language.tsx'

/** What the page of quality says. */
export const QUALITY_CATALOGUE: DeskCatalogue = {
  en: () => import('@proofmark/contract/messages/en/quality.json', { with: { type: 'json' } }),
  fr: () => import('@proofmark/contract/messages/fr/quality.json', { with: { type: 'json' } }),
  ar: () => import('@proofmark/contract/messages/ar/quality.json', { with: { type: 'json' } }),
}
