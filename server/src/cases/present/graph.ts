import type { GraphAnswer } from '@proofmark/contract/schemas/graph'
import type { ShownGraph, ShownNode, ShownTie } from '../queries/shown-graph.ts'
import { kindOf } from '../rules/graph/node.ts'
import { relevanceOf } from '../rules/graph/relevance.ts'
import type { Worded } from '../rules/graph/tied.ts'

const worded = (list: readonly Worded[]) => list.map(({ message, values }) => ({ message, values: { ...values } }))

const presentNode = (shown: ShownNode): GraphAnswer['nodes'][number] => ({
  node: shown.node,
  kind: kindOf(shown.node),
  label: shown.label,
  detail: worded(shown.detail),
  records: [...shown.records],
  fromDay: shown.fromDay,
  toDay: shown.toDay,
  degree: shown.degree,
  more: shown.more,
  cases: [...shown.cases],
  protected: shown.protected,
  pointer: shown.pointer ?? null,
})

const presentTie = (tie: ShownTie): GraphAnswer['edges'][number] => ({
  id: tie.id,
  from: tie.from,
  to: tie.to,
  relation: tie.relation,
  kind: tie.kind,
  records: [...tie.records],
  case: tie.case,
  fromDay: tie.fromDay,
  toDay: tie.toDay,
  grade: tie.grade,
  why: worded(tie.why),
  said: tie.said && { ...tie.said },
  relevance: relevanceOf(tie.kind, ...tie.degrees),
})

export const presentGraph = ({ nodes, ties, leftOut }: ShownGraph): GraphAnswer => ({
  nodes: nodes.map(presentNode),
  edges: ties.map(presentTie),
  leftOut: leftOut.map((each) => ({ ...each })),
})
