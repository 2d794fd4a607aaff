import type { DeskCatalogue } from '../frame/language.tsx'

/** What the import desk says. */
export const IMPORTS_CATALOGUE: DeskCatalogue = {
  en: () => import('@proofmark/contract/messages/en/imports.json', { with: { type: 'json' } }),
  fr: () => import('@proofmark/contract/messages/fr/imports.json', { with: { type: 'json' } }),
  ar: () => import('@proofmark/contract/messages/ar/imports.json', { with: { type: 'json' } }),
}
