import type { Say } from '@proofmark/contract/messages'
import type { GraphFindings, GraphMeasures, GraphPaths } from '@proofmark/contract/schemas/graph'
import type { SupplyRecord } from '@proofmark/contract/schemas/graph-supply'
import type {
  ConsignmentReason,
  ConsignmentShown,
  GraphList,
  GraphOpened,
  GraphSaved,
} from '@proofmark/contract/schemas/graph-work'
import type { Answered } from '../commands/ask-graph.ts'
import type { ShownPaths } from '../commands/connect-nodes.ts'
import type { Kept, Opened } from '../commands/keep-graph.ts'
import type { Measured } from '../commands/measure-graph.ts'
import type { Consignment, Reason } from '../commands/show-consignment.ts'
import type { KeptGraph } from '../queries/kept-graphs.ts'
import type { Path } from '../rules/graph/paths.ts'
import type { EvidencedSupply } from '../rules/graph/questions/question.ts'
import { presentGraph } from './graph.ts'

const presentPath = ({ steps, weight }: Path): GraphPaths['paths'][number] => ({
  steps: steps.map(({ from, to, tie }) => ({
    from,
    to,
    relation: tie.relation,
    forward: tie.from === from,
    kind: tie.kind,
    records: [...tie.records],
    fromDay: tie.fromDay,
    toDay: tie.toDay,
  })),
  weight,
})

export const presentPaths = ({ paths, graph }: ShownPaths): GraphPaths => ({
  paths: paths.map(presentPath),
  graph: presentGraph(graph),
})

const presentSupply = ({ names, named = [], ...said }: EvidencedSupply): SupplyRecord => ({
  ...said,
  names: [...names],
  named: named.map((each) => ({ ...each })),
})

export const presentFindings = (
  question: GraphFindings['question'],
  { findings, graph }: Answered,
  say: Say,
): GraphFindings => ({
  question,
  definition: say(`connect.definition.${question}`),
  findings: findings.map(({ message, values, words = {}, nodes, paths, records = [], supply = null, ...found }) => ({
    message,
    values: { ...values, ...Object.fromEntries(Object.entries(words).map(([name, id]) => [name, say(id)])) },
    nodes: [...nodes],
    paths: paths.map(presentPath),
    records: [...records],
    fromDay: found.fromDay ?? null,
    toDay: found.toDay ?? null,
    order: found.order ?? null,
    supply: supply && { ...supply },
    evidence: (found.evidence ?? []).map(presentSupply),
  })),
  graph: presentGraph(graph),
})

export const presentMeasures = ({ components, bridges, joined, leftOut }: Measured, say: Say): GraphMeasures => ({
  definition: say('connect.definition.measures'),
  components: components.map(({ nodes }) => ({ nodes: [...nodes], size: nodes.length })),
  bridges: bridges.map(({ tie: { id, from, to }, apart }) => ({ edge: id, from, to, apart: [...apart] })),
  joined: joined.map((parts) => parts.map(({ nodes }) => ({ nodes: [...nodes] }))),
  leftOut: leftOut.map((each) => ({ ...each })),
})

const wordsOf = ({ reason, values }: Reason, say: Say): string => say(`connect.together.${reason}`, values)

/** Of a range it is left out what is too much to tell, which is no reason to think less of it. */
const LEFT_OUT: Partial<Readonly<Record<ConsignmentReason, string>>> = {
  serial_range: 'connect.together.range_left_out',
}

export const presentConsignment = ({ record, node, members, leftOut }: Consignment, say: Say): ConsignmentShown => ({
  record,
  node,
  members: members.map(({ reasons, ...member }) => ({
    ...member,
    reasons: [...new Set(reasons.map(({ reason }) => reason))],
    why: reasons.map((each) => wordsOf(each, say)).join(' '),
  })),
  leftOut: leftOut.map((each) => ({
    ...each,
    why: say(LEFT_OUT[each.reason] ?? 'connect.together.left_out', { count: each.count }),
  })),
})

const presentVersion = ({ version, base, by, at, layout }: KeptGraph) => ({
  ...{ version, base, by },
  name: layout.name,
  at: at.toISOString(),
})

export const presentKept = (graph: string, { version, beside }: Kept): GraphSaved => ({
  graph,
  version,
  beside: beside.map(presentVersion),
})

export const presentOpened = (of: string, { kept, versions }: Opened): GraphOpened => ({
  graph: kept.graph,
  case: of,
  ...presentVersion(kept),
  layout: kept.layout,
  versions: versions.map(presentVersion),
})

export const presentList = (graphs: readonly KeptGraph[]): GraphList => ({
  graphs: graphs.map((kept) => ({ graph: kept.graph, ...presentVersion(kept) })),
})
