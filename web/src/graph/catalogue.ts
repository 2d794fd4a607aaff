import type { Catalogue } from '@proofmark/contract/messages'
import type { DeskCatalogue } from '../frame/language.tsx'

type Fetched = Promise<{ readonly default: Catalogue }>

const both = async (page: Fetched, answers: Fetched) => ({
  default: { ...(await page).default, ...(await answers).default },
})

/** What the page of the graph says, and what the server's answers about it say. */
export const GRAPH_CATALOGUE: DeskCatalogue = {
  en: () =>
    both(
      import('@proofmark/contract/messages/en/graph.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/en/connect.json', { with: { type: 'json' } }),
    ),
  fr: () =>
    both(
      import('@proofmark/contract/messages/fr/graph.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/fr/connect.json', { with: { type: 'json' } }),
    ),
  ar: () =>
    both(
      import('@proofmark/contract/messages/ar/graph.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/ar/connect.json', { with: { type: 'json' } }),
    ),
}
