import type { DeskCatalogue } from '../frame/language.tsx'

/** The words of the vocabulary desk, fetched with it. */
export const VOCABULARY_CATALOGUE: DeskCatalogue = {
  en: () => import('@proofmark/contract/messages/en/vocabulary.json', { with: { type: 'json' } }),
  fr: () => import('@proofmark/contract/messages/fr/vocabulary.json', { with: { type: 'json' } }),
  ar: () => import('@proofmark/contract/messages/ar/vocabulary.json', { with: { type: 'json' } }),
}
