import type { Catalogue } from '@proofmark/contract/messages'
import { FIREARM_CATALOGUE } from '../firearm/catalogue.ts'
import type { DeskCatalogue } from '../frame/language.tsx'

type Loaded = Promise<{ readonly default: Catalogue }>
const both = async (own: Loaded, firearm: Loaded) => ({
  default: { ...(await firearm).default, ...(await own).default },
})

/** What the page says itself, and the words of what people judged. */
export const WHY_NOT_CATALOGUE: DeskCatalogue = {
  en: () =>
    both(import('@proofmark/contract/messages/en/why-not.json', { with: { type: 'json' } }), FIREARM_CATALOGUE.en()),
  fr: () =>
    both(import('@proofmark/contract/messages/fr/why-not.json', { with: { type: 'json' } }), FIREARM_CATALOGUE.fr()),
  ar: () =>
    both(import('@proofmark/contract/messages/ar/why-not.json', { with: { type: 'json' } }), FIREARM_CATALOGUE.ar()),
}
