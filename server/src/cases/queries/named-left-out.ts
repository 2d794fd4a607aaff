import type { LeftOut } from '@proofmark/contract/schemas/graph'
import { mayBeNamed, mergedLeftOut, type PassedOver } from '../rules/graph/left-out.ts'
import { isSomebody, kindOf } from '../rules/graph/node.ts'
import { nodeDetails } from './node-details.ts'
import type { Walk } from './walk.ts'

/**
 * What was left out, each once, with what it is called: as it would be if it were drawn, and so of what the reader may see
 * alone. What is not there for the reader has no name, and of how many neighbours somebody has no figure is told.
 */
export async function namedLeftOut(
  { context, firearms }: Walk,
  leftOut: readonly PassedOver[],
): Promise<readonly LeftOut[]> {
  const merged = mergedLeftOut(leftOut)
  const named = merged.flatMap((each) => (mayBeNamed(each) ? [each.node!] : []))
  const details = named.length === 0 ? new Map() : await nodeDetails(context, firearms, [...new Set(named)])
  return merged.map(({ reason, node, count }) => {
    const label = mayBeNamed({ reason, node, count }) ? (details.get(node!)?.label ?? null) : null
    return { reason, node, label, count: reason === 'too_many_neighbours' && isSomebody(kindOf(node!)) ? null : count }
  })
}
