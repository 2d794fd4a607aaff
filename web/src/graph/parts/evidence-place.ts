import type { NodeKind } from '@proofmark/contract/case-words'
import type { GraphNode } from '@proofmark/contract/schemas/graph'

const PAGES: Readonly<Partial<Record<NodeKind, string>>> = {
  firearm: 'firearms',
  record: 'records',
  recovery: 'recoveries',
  exhibit: 'exhibits',
  fired_item: 'ballistics',
  trace: 'traces',
  case: 'cases',
}

/** The page on which a node opens; null for somebody else's, of which only whom to ask is known, and for what has none of its own. */
export function placeOfEvidence({ node, kind, pointer }: Pick<GraphNode, 'node' | 'kind' | 'pointer'>): string | null {
  if (pointer !== null) return null
  const identifier = node.slice(node.indexOf(':') + 1)
  if (kind === 'pointer' || kind === 'ballistic_result' || kind === 'country') return null
  if (kind === 'consignment' || kind === 'stated_place') return `/records/${identifier}`
  return `/${PAGES[kind] ?? 'things'}/${identifier}`
}
