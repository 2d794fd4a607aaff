import { kindOf, type NodeName } from './node.ts'
import { degreeThatCounts, relevanceOf, STANDING_WEIGHT } from './relevance.ts'
import { byEvidence, otherEnd, type Tied } from './tied.ts'

/** Nodes that a level of ties reaches, the most telling first: by the best tie to each, then by its name. */
export function reachedBy(
  ties: ReadonlyMap<NodeName, readonly Tied[]>,
  inside: ReadonlySet<NodeName>,
  relevance: boolean,
): NodeName[] {
  const best = new Map<NodeName, number>()
  for (const [node, own] of ties) {
    for (const tie of own) {
      const end = otherEnd(tie, node)
      if (inside.has(end)) continue
      const worth = relevance
        ? relevanceOf(tie.kind, degreeThatCounts(kindOf(node), own.length), 0)
        : STANDING_WEIGHT.fact
      best.set(end, Math.max(best.get(end) ?? 0, worth))
    }
  }
  return [...best].sort(([one, worth], [other, less]) => less - worth || (one < other ? -1 : 1)).map(([node]) => node)
}

/** The ties among these nodes, each once, the best evidenced first. */
export function tiesAmong(ties: Iterable<readonly Tied[]>, inside: ReadonlySet<NodeName>): Tied[] {
  const among = new Map<string, Tied>()
  for (const own of ties)
    for (const tie of own)
      if (inside.has(tie.from) && inside.has(tie.to)) among.set(`${tie.id} ${tie.from} ${tie.to}`, tie)
  return [...among.values()].sort(byEvidence)
}

/** The different nodes that a node is tied to. */
export const neighboursOf = (node: NodeName, ties: readonly Tied[]): Set<NodeName> =>
  new Set(ties.map((tie) => otherEnd(tie, node)))
