import { STANDINGS, type Standing } from '@proofmark/contract/case-words'
import type { GraphEdge, NodeName } from '@proofmark/contract/schemas/graph'

/** All ties of one relation from one node to another: one line in the picture, which stands for each of them. */
export interface Bundle {
  /** That of its first tie. */
  readonly id: string
  readonly from: NodeName
  readonly to: NodeName
  readonly relation: GraphEdge['relation']
  /** The strongest standing that one of them has. */
  readonly kind: Standing
  /** The strongest first, then by day. */
  readonly ties: readonly GraphEdge[]
}

const strength = ({ kind }: GraphEdge) => STANDINGS.indexOf(kind)
const dayOf = ({ fromDay, toDay }: GraphEdge) => fromDay ?? toDay ?? '9999'

const inTurn = (one: GraphEdge, other: GraphEdge) =>
  strength(one) - strength(other) || (dayOf(one) < dayOf(other) ? -1 : dayOf(one) > dayOf(other) ? 1 : 0)

const keyOf = ({ from, to, relation }: Pick<GraphEdge, 'from' | 'to' | 'relation'>) => `${from} ${to} ${relation}`

/** Ties by what they say of whom: a fact stands for an assessment or a lead of the same, and an assessment for a lead. */
export function bundlesOf(edges: readonly GraphEdge[]): readonly Bundle[] {
  return [...Map.groupBy(edges, keyOf).values()].map((together) => {
    const ties = together.toSorted(inTurn)
    const { id, from, to, relation, kind } = ties[0]!
    return { id, from, to, relation, kind, ties }
  })
}

/** The bundle that a tie is in. */
export const bundleWith = (bundles: readonly Bundle[], id: string): Bundle | undefined =>
  bundles.find(({ ties }) => ties.some((tie) => tie.id === id))
