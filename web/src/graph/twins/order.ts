import type { GraphEdge } from '@proofmark/contract/schemas/graph'
import type { Shown, ShownNode } from '../state/shown.ts'

/** One line of the timeline: a node or a tie that has a day. */
export type Happening =
  | { readonly what: 'node'; readonly node: ShownNode; readonly day: string }
  | { readonly what: 'tie'; readonly tie: GraphEdge; readonly day: string }

const dayOf = ({ fromDay, toDay }: { readonly fromDay: string | null; readonly toDay: string | null }) =>
  fromDay ?? toDay

/** What has a day, in the order of time, and what has none. */
export function timelineOf({ nodes, edges }: Shown): {
  readonly dated: readonly Happening[]
  readonly undated: readonly ShownNode[]
  readonly undatedTies: readonly GraphEdge[]
} {
  const dated: Happening[] = []
  const undated: ShownNode[] = []
  const undatedTies: GraphEdge[] = []
  for (const node of nodes) {
    const day = dayOf(node.node)
    if (day === null) undated.push(node)
    else dated.push({ what: 'node', node, day })
  }
  for (const tie of edges) {
    const day = dayOf(tie)
    if (day === null) undatedTies.push(tie)
    else dated.push({ what: 'tie', tie, day })
  }
  const keyOf = (each: Happening) => `${each.day} ${each.what === 'node' ? each.node.name : each.tie.id}`
  return { dated: dated.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)), undated, undatedTies }
}

/** Nodes by the word of their kind and by name: in no order that would rank anybody. */
export function byName(
  nodes: readonly ShownNode[],
  nameOf: (node: ShownNode) => { readonly kind: string; readonly name: string },
  locale: string,
): readonly ShownNode[] {
  const { compare } = new Intl.Collator(locale, { numeric: true })
  return nodes
    .map((node) => ({ node, ...nameOf(node) }))
    .sort((one, other) => compare(one.kind, other.kind) || compare(one.name, other.name))
    .map(({ node }) => node)
}
