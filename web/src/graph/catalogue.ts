import type { DeskCatalogue } from '../frame/language.tsx'

/** What the graph says. */
export const GRAPH_CATALOGUE: DeskCatalogue = {
  en: () => import('@proofmark/contract/messages/en/graph.json', { with: { type: 'json' } }),
  fr: () => import('@proofmark/contract/messages/fr/graph.json', { with: { type: 'json' } }),
  ar: () => import('@proofmark/contract/messages/ar/graph.json', { with: { type: 'json' } }),
}
