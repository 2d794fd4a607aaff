import type { DeskCatalogue } from '../../frame/language.tsx'

/** What the pages of persons and things say. */
export const THINGS_CATALOGUE: DeskCatalogue = {
  en: () => import('@proofmark/contract/messages/en/things.json', { with: { type: 'json' } }),
  fr: () => import('@proofmark/contract/messages/fr/things.json', { with: { type: 'json' } }),
  ar: () => import('@proofmark/contract/messages/ar/things.json', { with: { type: 'json' } }),
}
