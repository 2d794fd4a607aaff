import { commonFrom } from '../rules/graph/commonness.ts'
import { neighboursOf } from '../rules/graph/gather.ts'
import type { PassedOver } from '../rules/graph/left-out.ts'
import { kindOf, type NodeName } from '../rules/graph/node.ts'
import type { Tied } from '../rules/graph/tied.ts'
import type { Expanded, Walk } from './walk.ts'

/** The ties of a level that lead on, and what does not: what is common ties nothing together. */
export function leadingOn(
  walk: Walk,
  { ties, over }: Expanded,
): { readonly ties: Map<NodeName, readonly Tied[]>; readonly common: PassedOver[] } {
  const leading = new Map<NodeName, readonly Tied[]>()
  const common: PassedOver[] = []
  for (const [node, own] of ties) {
    const count = neighboursOf(node, own).size
    const most = commonFrom(kindOf(node))
    if (walk.narrowing.relevance && (count > most || (over.has(node) && Number.isFinite(most))))
      common.push({ reason: 'common_value', node, count })
    else leading.set(node, own)
  }
  return { ties: leading, common }
}

/** The same with their numbers: how many ties a node has that has too many to fetch. */
export async function withCounts(
  walk: Walk,
  leftOut: readonly PassedOver[],
  over: ReadonlySet<NodeName>,
): Promise<PassedOver[]> {
  const counts = await walk.countNeighbours([...over].sort())
  const common = new Set(leftOut.map(({ node }) => node))
  return [
    ...leftOut.map((each) => ({ ...each, count: Math.max(each.count, counts.get(each.node ?? '') ?? 0) })),
    ...[...counts]
      .filter(([node]) => !common.has(node))
      .map(([node, count]): PassedOver => ({ reason: 'too_many_neighbours', node, count })),
  ]
}
