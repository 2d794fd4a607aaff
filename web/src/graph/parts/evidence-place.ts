import type { NodeKind } from '@proofmark/contract/case-words'
import type { GraphEdge, GraphNode, NodeName } from '@proofmark/contract/schemas/graph'

const PAGES: Readonly<Partial<Record<NodeKind, string>>> = {
  firearm: 'firearms',
  record: 'records',
  recovery: 'recoveries',
  exhibit: 'exhibits',
  fired_item: 'ballistics',
  trace: 'traces',
  case: 'cases',
}

/** What has no page: it is read where what it is tied to is. */
const PAGELESS: readonly NodeKind[] = ['pointer', 'ballistic_result', 'country', 'named_person']

/** The page on which a node opens; null for somebody else's, of which only whom to ask is known, and for what has none of its own. */
export function placeOfEvidence({ node, kind, pointer }: Pick<GraphNode, 'node' | 'kind' | 'pointer'>): string | null {
  return pointer === null ? pageOf(kind, node) : null
}

function pageOf(kind: NodeKind, node: NodeName): string | null {
  const identifier = node.slice(node.indexOf(':') + 1)
  if (PAGELESS.includes(kind)) return null
  if (kind === 'consignment' || kind === 'stated_place') return `/records/${identifier}`
  return `/${PAGES[kind] ?? 'things'}/${identifier}`
}

/** What says of itself what it is tied to: its page shows it. */
const TELLS: readonly NodeKind[] = ['recovery', 'exhibit', 'fired_item', 'trace', 'case']

/**
 * The nodes on whose pages a tie stands: the case in which it was said; else what says it of itself; else, where people said
 * it, what they said it of. None where it rests on records alone, which open by themselves.
 */
export function nodesTelling({ case: within, from, to, said }: Pick<GraphEdge, 'case' | 'from' | 'to' | 'said'>) {
  if (within !== null) return [`case:${within}`]
  const ends = [from, to]
  const kindOf = (name: NodeName) => name.slice(0, name.indexOf(':')) as NodeKind
  const telling = ends.filter((name) => TELLS.includes(kindOf(name)))
  if (telling.length > 0 || said === null) return telling
  return ends.filter((name) => pageOf(kindOf(name), name) !== null).slice(0, 1)
}

/** The page on which the node of this name opens. */
export const placeOfName = (name: NodeName): string | null => pageOf(name.slice(0, name.indexOf(':')) as NodeKind, name)
