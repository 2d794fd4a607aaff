import type { DeskCatalogue } from '../frame/language.tsx'

/** What the desk of ballistic results says. */
export const BALLISTIC_CATALOGUE: DeskCatalogue = {
  en: () => import('@proofmark/contract/messages/en/ballistic.json', { with: { type: 'json' } }),
  fr: () => import('@proofmark/contract/messages/fr/ballistic.json', { with: { type: 'json' } }),
  ar: () => import('@proofmark/contract/messages/ar/ballistic.json', { with: { type: 'json' } }),
}
