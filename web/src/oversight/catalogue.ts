import type { Catalogue } from '@proofmark/contract/messages'
import { FIREARM_CATALOGUE } from '../firearm/catalogue.ts'
import type { DeskCatalogue } from '../frame/language.tsx'

type Loaded = Promise<{ readonly default: Catalogue }>

const both = async (own: Loaded, firearm: Loaded) => ({
  default: { ...(await firearm).default, ...(await own).default },
})

/** What the page of oversight says itself, and the words of a firearm’s findings. */
export const OVERSIGHT_CATALOGUE: DeskCatalogue = {
  en: () =>
    both(import('@proofmark/contract/messages/en/oversight.json', { with: { type: 'json' } }), FIREARM_CATALOGUE.en()),
  fr: () =>
    both(import('@proofmark/contract/messages/fr/oversight.json', { with: { type: 'json' } }), FIREARM_CATALOGUE.fr()),
  ar: () =>
    both(import('@proofmark/contract/messages/ar/oversight.json', { with: { type: 'json' } }), FIREARM_CATALOGUE.ar()),
}
