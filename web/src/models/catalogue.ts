import type { DeskCatalogue } from '../frame/language.tsx'

/** What the page of models says itself. */
export const MODELS_CATALOGUE: DeskCatalogue = {
  en: () => import('@proofmark/contract/messages/en/models.json', { with: { type: 'json' } }),
  fr: () => import('@proofmark/contract/messages/fr/models.json', { with: { type: 'json' } }),
  ar: () => import('@proofmark/contract/messages/ar/models.json', { with: { type: 'json' } }),
}
