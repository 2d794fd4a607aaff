import type { Context } from '../../access/context.ts'
import { type Narrowing, onSomeDay } from '../rules/graph/narrowing.ts'
import type { NodeName } from '../rules/graph/node.ts'
import type { RecordedEvent } from '../rules/graph/questions/hands-in-order.ts'
import type { ShownNode } from './shown-graph.ts'
import { supplyRows } from './supply-rows.ts'

/**
 * What the records of these firearms say happened to them, in the order of their identifiers; of those that the reader may see,
 * and as far as it is wanted: a record is a fact.
 */
export async function recordedEvents(
  context: Context,
  nodes: readonly ShownNode[],
  wanted: Narrowing,
): Promise<ReadonlyMap<NodeName, readonly RecordedEvent[]>> {
  if (wanted.standings && !wanted.standings.includes('fact')) return new Map()
  const rows = await supplyRows(
    context,
    nodes.flatMap(({ records }) => records),
  )
  const eventsOf = ({ records }: ShownNode) =>
    [...records].sort().flatMap((record) => {
      const row = rows.get(record)
      return row && onSomeDay(row, wanted) ? [row] : []
    })
  return new Map(nodes.map((node) => [node.node, eventsOf(node)]))
}
