import type { DeskCatalogue } from '../frame/language.tsx'

/** What the desk of deconfliction says. */
export const DECONFLICTION_CATALOGUE: DeskCatalogue = {
  en: () => import('@proofmark/contract/messages/en/deconfliction.json', { with: { type: 'json' } }),
  fr: () => import('@proofmark/contract/messages/fr/deconfliction.json', { with: { type: 'json' } }),
  ar: () => import('@proofmark/contract/messages/ar/deconfliction.json', { with: { type: 'json' } }),
}
