import { randomUUID } from 'node:crypto'
import { NODE_KINDS, STANDINGS } from '@proofmark/contract/case-words'
import type { GraphAnswer, GraphEdge, GraphNode } from '@proofmark/contract/schemas/graph'
import fc from 'fast-check'
import { type Arrangement, EMPTY, put } from './state/arrangement.ts'
import { type Known, learn, NOTHING_KNOWN } from './state/known.ts'

/** A node as the server answers one; what is not said of it is empty. */
export const aNode = (part: Partial<GraphNode> = {}): GraphNode => {
  const kind = part.kind ?? 'firearm'
  return {
    node: `${kind}:${randomUUID()}`,
    kind,
    label: 'Tern 9',
    detail: [],
    records: [],
    fromDay: null,
    toDay: null,
    degree: 1,
    more: false,
    cases: [],
    protected: false,
    pointer: null,
    ...part,
  }
}

export const aTie = (from: GraphNode, to: GraphNode, part: Partial<GraphEdge> = {}): GraphEdge => ({
  id: `${from.node} ${to.node}`,
  from: from.node,
  to: to.node,
  relation: 'sold',
  kind: 'fact',
  records: [],
  case: null,
  fromDay: null,
  toDay: null,
  grade: null,
  why: [],
  said: null,
  relevance: 1,
  ...part,
})

export interface Drawn {
  readonly known: Known
  readonly arrangement: Arrangement
}

/** What is known of these, all of it put in a row. */
export function drawn(nodes: readonly GraphNode[], edges: readonly GraphEdge[] = []): Drawn {
  const known = learn(NOTHING_KNOWN, { nodes: [...nodes], edges: [...edges], leftOut: [] })
  const places = new Map(nodes.map(({ node }, place) => [node, { x: place * 150, y: 0 }]))
  return { known, arrangement: put(EMPTY, places) }
}

const day = fc.constantFrom(null, '2021-03-04', '2022-08-15', '2024-01-31')

/** A small graph of any shape: its nodes and ties. */
export const anyGraph = fc
  .record({
    nodes: fc.array(
      fc.record({ kind: fc.constantFrom(...NODE_KINDS), degree: fc.nat(9), fromDay: day, toDay: fc.constant(null) }),
      { minLength: 1, maxLength: 12 },
    ),
    ties: fc.array(fc.record({ from: fc.nat(11), to: fc.nat(11), kind: fc.constantFrom(...STANDINGS), fromDay: day }), {
      maxLength: 20,
    }),
  })
  .map(({ nodes, ties }) => {
    const made = nodes.map((part, place) =>
      aNode({ ...part, node: `${part.kind}:00000000-0000-4000-8000-${String(place).padStart(12, '0')}` }),
    )
    const edges = ties.map(({ from, to, ...part }, place) =>
      aTie(made[from % made.length]!, made[to % made.length]!, { ...part, id: `tie ${place}` }),
    )
    return { nodes: made, edges }
  })

const numbered = (place: number) => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`

/** An answer of so many nodes after the shape of a trafficking case: firearms by cases, each with what it is tied to. */
export function manyNodes(count: number): GraphAnswer {
  const nodes = Array.from({ length: count }, (_, place) => {
    const kind = NODE_KINDS[place % NODE_KINDS.length]!
    return aNode({ kind, node: `${kind}:${numbered(place)}`, label: `${kind} ${place}`, degree: 4, cases: [] })
  })
  const edges = nodes.flatMap((node, place) => {
    if (place === 0) return []
    // Most hang on a few, as in real inquiries; some are tied across.
    const near = nodes[Math.floor(place / 6)]!
    const across = nodes[(place * 7) % count]!
    const kind = STANDINGS[place % STANDINGS.length]!
    const tie = aTie(near, node, { id: `tie ${place}`, kind })
    return place % 4 === 0 && across !== node
      ? [tie, aTie(node, across, { id: `across ${place}`, kind: 'lead' })]
      : [tie]
  })
  return { nodes, edges, leftOut: [] }
}
