import type { GraphEdge, GraphNode, NodeName } from '@proofmark/contract/schemas/graph'
import type { Grouping } from './arrangement.ts'

/** By node, the case or the route that holds it. What belongs to several, or to none, stands on its own. */
export function groupsOf(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  grouping: Grouping,
): ReadonlyMap<NodeName, NodeName> {
  const holders = new Map<NodeName, Set<NodeName>>()
  const hold = (node: NodeName, holder: NodeName) => {
    const known = holders.get(node) ?? new Set()
    holders.set(node, known.add(holder))
  }
  if (grouping === 'case')
    for (const { node, kind, cases } of nodes) {
      if (kind === 'case') hold(node, node)
      else for (const each of cases) hold(node, `case:${each}`)
    }
  if (grouping === 'corridor') {
    const routes = new Set(nodes.filter(({ kind }) => kind === 'route').map(({ node }) => node))
    for (const route of routes) hold(route, route)
    for (const { from, to } of edges) {
      if (routes.has(to) && !routes.has(from)) hold(from, to)
      if (routes.has(from) && !routes.has(to)) hold(to, from)
    }
  }
  return new Map([...holders].flatMap(([node, held]) => (held.size === 1 ? [[node, [...held][0]!] as const] : [])))
}
