import type { DeskCatalogue } from '../frame/language.tsx'

/** What the page of the access log says. */
export const LOG_CATALOGUE: DeskCatalogue = {
  en: () => import('@proofmark/contract/messages/en/log.json', { with: { type: 'json' } }),
  fr: () => import('@proofmark/contract/messages/fr/log.json', { with: { type: 'json' } }),
  ar: () => import('@proofmark/contract/messages/ar/log.json', { with: { type: 'json' } }),
}
