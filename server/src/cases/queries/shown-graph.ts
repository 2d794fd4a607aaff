import type { LeftOut } from '@proofmark/contract/schemas/graph'
import type { Context } from '../../access/context.ts'
import { neighboursOf, tiesAmong } from '../rules/graph/gather.ts'
import type { PassedOver } from '../rules/graph/left-out.ts'
import { idOf, isOfRecord, isSomebody, kindOf, type NodeName } from '../rules/graph/node.ts'
import { degreeThatCounts } from '../rules/graph/relevance.ts'
import { otherEnd, type Tied } from '../rules/graph/tied.ts'
import { leadingOn, withCounts } from './leading-on.ts'
import { namedLeftOut } from './named-left-out.ts'
import { type NodeDetail, nodeDetails } from './node-details.ts'
import { protectedPersons } from './protected-persons.ts'
import type { Walk } from './walk.ts'

/** A node as its reader sees it. */
export interface ShownNode extends NodeDetail {
  readonly node: NodeName
  readonly records: readonly string[]
  /** How many nodes it is tied to; null for persons and groups of them, of whom no figure is told. */
  readonly degree: number | null
  /** Is it tied to more than is shown here? */
  readonly more: boolean
  readonly cases: readonly string[]
  readonly protected: boolean
}

export interface ShownTie extends Tied {
  readonly degrees: readonly [number, number]
}

export interface ShownGraph {
  readonly nodes: readonly ShownNode[]
  readonly ties: readonly ShownTie[]
  readonly leftOut: readonly LeftOut[]
}

/** What a walk gathered, and what of it somebody asked for: that is shown however common it is. */
export interface Gathered {
  readonly nodes: readonly NodeName[]
  readonly asked: ReadonlySet<NodeName>
}

/** Those of these records that stand and that the reader may see. */
async function visibleRecords({ client }: Context, records: readonly string[]): Promise<ReadonlySet<string>> {
  if (records.length === 0) return new Set()
  const { rows } = await client.query<{ id: string }>({
    name: 'graph-records',
    text: 'SELECT id FROM record WHERE id = ANY ($1::uuid[]) AND version IS NOT NULL',
    values: [[...new Set(records)]],
  })
  return new Set(rows.map(({ id }) => id))
}

/** Cases that a node is in, by its own ties. */
function casesOf(node: NodeName, ties: readonly Tied[]): string[] {
  const named = ties.flatMap((tie) => {
    const end = otherEnd(tie, node)
    return [...(tie.case === null ? [] : [tie.case]), ...(kindOf(end) === 'case' ? [idOf(end)] : [])]
  })
  return [...new Set(named)].sort()
}

/**
 * Nodes with all that ties them to each other, and how much more each is tied to. Whatever of it was not expanded yet is
 * expanded for that. A value that is too common to tie anything together is left out, and said to be.
 */
export async function showGraph(
  walk: Walk,
  { nodes: gathered, asked }: Gathered,
  leftOut: readonly PassedOver[],
): Promise<ShownGraph> {
  const { context, firearms, narrowing } = walk
  const expanded = await walk.expand(gathered)
  const { ties, over, hidden } = expanded
  const { ties: leading, common } = leadingOn(walk, expanded)
  const nodes = gathered.filter((node) => leading.has(node) || asked.has(node))
  const counted = await walk.countNeighbours([...over].sort())
  const degreeOf = (node: NodeName) => {
    const fetched = neighboursOf(node, ties.get(node) ?? []).size
    return Math.max(fetched, counted.get(node) ?? 0)
  }
  const tying = new Set(nodes.filter((node) => leading.has(node)))
  const among = tiesAmong(leading.values(), tying)
  const records = await visibleRecords(
    context,
    among.flatMap((tie) => tie.records),
  )
  const details = await nodeDetails(context, firearms, nodes)
  const shielded = narrowing.protectedPersons ? await protectedPersons(context, nodes) : new Set()
  const shown = nodes.map((node): ShownNode => {
    const own = ties.get(node) ?? []
    const drawn = tying.has(node) ? [...neighboursOf(node, own)].filter((end) => tying.has(end)).length : 0
    const degree = degreeOf(node)
    return {
      node,
      ...details.get(node)!,
      records: isOfRecord(node) ? firearms.keptUnder(node) : [],
      degree: isSomebody(kindOf(node)) ? null : degree,
      more: degree > drawn,
      cases: casesOf(node, own),
      protected: shielded.has(node),
    }
  })
  const left = await withCounts(walk, common, over)
  const out = [
    ...leftOut,
    ...left,
    ...(hidden.size > 0 ? [{ reason: 'hidden_persons' as const, node: null, count: hidden.size }] : []),
  ]
  const counting = (node: NodeName) => degreeThatCounts(kindOf(node), degreeOf(node))
  return {
    nodes: shown,
    ties: among.map((tie) => ({
      ...tie,
      records: tie.records.filter((record) => records.has(record)),
      degrees: [counting(tie.from), counting(tie.to)],
    })),
    leftOut: await namedLeftOut(walk, out),
  }
}
