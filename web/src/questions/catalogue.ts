import type { DeskCatalogue } from '../frame/language.tsx'

/** What the desk of questions and the page of notices say. */
export const QUESTIONS_CATALOGUE: DeskCatalogue = {
  en: () => import('@proofmark/contract/messages/en/questions.json', { with: { type: 'json' } }),
  fr: () => import('@proofmark/contract/messages/fr/questions.json', { with: { type: 'json' } }),
  ar: () => import('@proofmark/contract/messages/ar/questions.json', { with: { type: 'json' } }),
}
