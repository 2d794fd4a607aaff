import type { Catalogue } from '@proofmark/contract/messages'
import type { DeskCatalogue } from '../frame/language.tsx'
import { SOURCES_CATALOGUE } from '../sources/catalogue.ts'

type Loaded = Promise<{ readonly default: Catalogue }>

const both = async (own: Loaded, sources: Loaded) => ({
  default: { ...(await sources).default, ...(await own).default },
})

/** What the page of agencies says itself, and the words of their sources. */
export const AGENCIES_CATALOGUE: DeskCatalogue = {
  en: () =>
    both(import('@proofmark/contract/messages/en/agencies.json', { with: { type: 'json' } }), SOURCES_CATALOGUE.en()),
  fr: () =>
    both(import('@proofmark/contract/messages/fr/agencies.json', { with: { type: 'json' } }), SOURCES_CATALOGUE.fr()),
  ar: () =>
    both(import('@proofmark/contract/messages/ar/agencies.json', { with: { type: 'json' } }), SOURCES_CATALOGUE.ar()),
}
