import type { DeskCatalogue } from '../frame/language.tsx'

export const COURT_CATALOGUE: DeskCatalogue = {
  en: () => import('@proofmark/contract/messages/en/court.json', { with: { type: 'json' } }),
  fr: () => import('@proofmark/contract/messages/fr/court.json', { with: { type: 'json' } }),
  ar: () => import('@proofmark/contract/messages/ar/court.json', { with: { type: 'json' } }),
}
