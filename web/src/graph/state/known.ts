import type { GraphAnswer, GraphEdge, GraphNode, LeftOut, NodeName } from '@proofmark/contract/schemas/graph'

/**
 * What the server has told so far. It stands apart from how it is arranged: taking back an arrangement brings back no
 * node that its reader may no longer read.
 */
export interface Known {
  readonly nodes: ReadonlyMap<NodeName, GraphNode>
  readonly edges: ReadonlyMap<string, GraphEdge>
  readonly leftOut: readonly LeftOut[]
}

export const NOTHING_KNOWN: Known = { nodes: new Map(), edges: new Map(), leftOut: [] }

const sameLeftOut = (one: LeftOut, other: LeftOut) => one.reason === other.reason && one.node === other.node

/** What is known after one more answer; the later word on a node, a tie or what was left out is the one that stands. */
export function learn(known: Known, { nodes, edges, leftOut }: GraphAnswer): Known {
  return {
    nodes: new Map([...known.nodes, ...nodes.map((node) => [node.node, node] as const)]),
    edges: new Map([...known.edges, ...edges.map((edge) => [edge.id, edge] as const)]),
    leftOut: [...known.leftOut.filter((each) => !leftOut.some((later) => sameLeftOut(each, later))), ...leftOut],
  }
}

/** What is known but for what was left out for these reasons: it was asked for in another way. */
export function withoutLeftOut(known: Known, reasons: readonly LeftOut['reason'][]): Known {
  return { ...known, leftOut: known.leftOut.filter(({ reason }) => !reasons.includes(reason)) }
}

/**
 * What is known after asking anew for these nodes and what ties them to each other: what was not answered of that is
 * known no more. A release may have ended, or a contribution been withdrawn.
 */
export function learnAnew(known: Known, asked: readonly NodeName[], answer: GraphAnswer): Known {
  const about = new Set(asked)
  const answered = new Set(answer.nodes.map(({ node }) => node))
  const told = new Set(answer.edges.map(({ id }) => id))
  const gone = (name: NodeName) => about.has(name) && !answered.has(name)
  const nodes = new Map([...known.nodes].filter(([name]) => !gone(name)))
  const edges = new Map(
    [...known.edges].filter(([id, { from, to }]) => {
      if (gone(from) || gone(to)) return false
      return !(about.has(from) && about.has(to)) || told.has(id)
    }),
  )
  return learn({ nodes, edges, leftOut: known.leftOut.filter(({ node }) => node === null || !gone(node)) }, answer)
}
