import type { DeskCatalogue } from '../../frame/language.tsx'

/** What is said of cases on the pages of what is given to them. */
export const GIVE_CATALOGUE: DeskCatalogue = {
  en: () => import('@proofmark/contract/messages/en/cases.json', { with: { type: 'json' } }),
  fr: () => import('@proofmark/contract/messages/fr/cases.json', { with: { type: 'json' } }),
  ar: () => import('@proofmark/contract/messages/ar/cases.json', { with: { type: 'json' } }),
}
