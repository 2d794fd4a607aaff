import type { DeskCatalogue } from '../frame/language.tsx'

/** What the pages of signing in, setting up and one's own sign-in say. */
export const SIGN_IN_CATALOGUE: DeskCatalogue = {
  en: () => import('@proofmark/contract/messages/en/sign-in.json', { with: { type: 'json' } }),
  fr: () => import('@proofmark/contract/messages/fr/sign-in.json', { with: { type: 'json' } }),
  ar: () => import('@proofmark/contract/messages/ar/sign-in.json', { with: { type: 'json' } }),
}
