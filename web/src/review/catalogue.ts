import type { Catalogue } from '@proofmark/contract/messages'
import { FIREARM_CATALOGUE } from '../firearm/catalogue.ts'
import type { DeskCatalogue } from '../frame/language.tsx'

type Loaded = Promise<{ readonly default: Catalogue }>

const both = async (own: Loaded, firearm: Loaded) => ({
  default: { ...(await firearm).default, ...(await own).default },
})

/** What the desk of reviews says itself, and the words of a firearm’s links and life. */
export const REVIEW_CATALOGUE: DeskCatalogue = {
  en: () =>
    both(import('@proofmark/contract/messages/en/review.json', { with: { type: 'json' } }), FIREARM_CATALOGUE.en()),
  fr: () =>
    both(import('@proofmark/contract/messages/fr/review.json', { with: { type: 'json' } }), FIREARM_CATALOGUE.fr()),
  ar: () =>
    both(import('@proofmark/contract/messages/ar/review.json', { with: { type: 'json' } }), FIREARM_CATALOGUE.ar()),
}
