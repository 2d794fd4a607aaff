import { type GraphQuestion, QUESTIONS_ABOUT } from '@proofmark/contract/case-words'
import { ProofmarkError } from '@proofmark/contract/errors'
import { CASE_WORKERS } from '@proofmark/contract/route'
import type { GraphAskRequest } from '@proofmark/contract/schemas/graph'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { namingWalk } from '../queries/named/naming-walk.ts'
import { nexusMarks } from '../queries/nexus-marks.ts'
import { recordedEvents } from '../queries/recorded-events.ts'
import { type ShownGraph, type ShownNode, showGraph } from '../queries/shown-graph.ts'
import { supplyAnswer } from '../queries/supply-answer.ts'
import { type Walk, walkOf } from '../queries/walk.ts'
import type { PassedOver } from '../rules/graph/left-out.ts'
import { idOf, isOfRecord, kindOf, type NodeName } from '../rules/graph/node.ts'
import { changedSince } from '../rules/graph/questions/changed-since.ts'
import { handsInOrder } from '../rules/graph/questions/hands-in-order.ts'
import { withNamed } from '../rules/graph/questions/named-suppliers.ts'
import { nexusOfCases } from '../rules/graph/questions/nexus-of-cases.ts'
import type { Asked, Finding } from '../rules/graph/questions/question.ts'
import { passedBetweenGroups, sharedFirearms } from '../rules/graph/questions/shared-firearms.ts'
import { whoSupplied } from '../rules/graph/questions/who-supplied.ts'
import { drawPaths, withShownTies } from './connect-nodes.ts'
import { gather, logProtected, subjectsOf, unseenOf } from './expand-graph.ts'
import { logNamed } from './log-named.ts'
import { showConsignment } from './show-consignment.ts'

export interface Answered {
  readonly findings: readonly Finding[]
  readonly graph: ShownGraph
}

/** What a question is asked of: beside what is around it, the walk, and the nodes as they were asked for. */
interface Asking extends Asked {
  readonly walk: Walk
  readonly shown: readonly ShownNode[]
  readonly wanted: readonly NodeName[]
}

/** What it found, and what of it was left out. */
interface Answering {
  readonly findings: readonly Finding[]
  readonly leftOut: readonly PassedOver[]
}

interface Question {
  /** How far around what is asked about it looks. */
  readonly steps: number
  readonly answer: (context: Context, nodes: readonly NodeName[], asked: Asking) => Promise<Answering>
}

const MOST_NODES = 800
const MOST_CONSIGNMENTS = 20
/** Of how many days back it is asked what changed, where no day is said. */
const DAYS_BACK = 7

const purely =
  (rule: (nodes: readonly NodeName[], asked: Asked) => Finding[]): Question['answer'] =>
  async (_, nodes, asked) => ({ findings: rule(nodes, asked), leftOut: [] })

/** Who people said supplied them, and what records of supply say of their firearms. */
async function suppliedBy(_: Context, nodes: readonly NodeName[], asked: Asking): Promise<Answering> {
  const { findings, leftOut } = await supplyAnswer(asked.walk, nodes, asked.wanted)
  return { findings: [...whoSupplied(nodes, asked), ...findings], leftOut }
}

/** What came with each of these firearms: a finding for each thing that came with it. */
async function sameConsignment(context: Context, nodes: readonly NodeName[]): Promise<Answering> {
  const findings: Finding[] = []
  for (const node of nodes.filter(isOfRecord).slice(0, MOST_CONSIGNMENTS)) {
    const { members } = await showConsignment(context, idOf(node))
    for (const [firearm, own] of Map.groupBy(members, (member) => member.firearm)) {
      const reasons = [...new Set(own.flatMap((member) => member.reasons.map(({ reason }) => reason)))].sort()
      for (const reason of reasons)
        findings.push({ message: `connect.finding.${reason}`, values: {}, nodes: [node, firearm], paths: [] })
    }
  }
  return { findings, leftOut: [] }
}

const QUESTIONS: Readonly<Record<GraphQuestion, Question>> = {
  who_supplied: { steps: 4, answer: suppliedBy },
  same_consignment: { steps: 0, answer: sameConsignment },
  shared_firearms: { steps: 3, answer: purely(sharedFirearms) },
  passed_between_groups: { steps: 4, answer: purely(passedBetweenGroups) },
  nexus_of_cases: { steps: 4, answer: purely(nexusOfCases) },
  changed_since: { steps: 1, answer: purely(changedSince) },
  hands_in_order: {
    steps: 1,
    answer: async (context, nodes, asked) => {
      const firearms = asked.shown.filter(({ node }) => nodes.includes(node))
      const events = await recordedEvents(context, firearms, asked.walk.narrowing)
      return { findings: handsInOrder(nodes, asked, events), leftOut: [] }
    },
  },
}

/** The records whose content is told, each of which is a subject of the log. */
const recordsIn = (findings: readonly Finding[]): string[] =>
  findings.flatMap(({ evidence = [] }) => evidence.map(({ record }) => record))

function sinceDay(context: Context, since: string | undefined): string {
  if (since !== undefined) return since
  return new Date(context.now.getTime() - DAYS_BACK * 86_400_000).toISOString().slice(0, 10)
}

async function around(walk: Walk, nodes: readonly NodeName[], steps: number): Promise<ShownGraph> {
  const { inside, leftOut } = await gather(walk, nodes, { steps, most: MOST_NODES })
  return showGraph(walk, { nodes: [...inside], asked: new Set(nodes) }, leftOut)
}

/**
 * Answers a question by its definition, out of what the reader may see around what is asked about. An entry of the log.
 * Throws `role_needed`, `not_found`, `graph_question_unfit` where nothing is asked about that it could speak of, and as `namedGround`.
 */
export async function askGraph(context: Context, wanted: Omit<GraphAskRequest, 'grounds'>): Promise<Answered> {
  needRole(context.reader, CASE_WORKERS)
  const { steps, answer } = QUESTIONS[wanted.question]
  const about = QUESTIONS_ABOUT[wanted.question]
  const naming = await namingWalk(walkOf(context, wanted), wanted.named, [])
  const walk = naming.plain
  const started = await walk.start(wanted.nodes)
  const { nodes } = started
  if (about !== null && !nodes.some((node) => about.includes(kindOf(node))))
    throw new ProofmarkError('graph_question_unfit', { question: wanted.question, wanted: about.join(', ') })
  const seen = await around(walk, nodes, steps)
  const all = seen.nodes.map(({ node }) => node)
  const asked = {
    nodes: all,
    ties: seen.ties,
    since: sinceDay(context, wanted.since),
    nexus: await nexusMarks(context, all),
    walk,
    shown: seen.nodes,
    wanted: wanted.nodes,
  }
  const { findings, leftOut: passedOver } = await answer(context, nodes, asked)
  const spoken = [...nodes, ...findings.flatMap((finding) => finding.nodes)]
  const leftOut = [
    ...unseenOf(started),
    ...seen.leftOut.map((each) => ({ ...each, count: each.count ?? 0 })),
    ...passedOver,
  ]
  const graph = await drawPaths(
    naming,
    findings.flatMap(({ paths }) => paths),
    spoken,
    leftOut,
  )
  await context.audit({
    action: 'graph.asked',
    subjects: [...new Set([...subjectsOf(nodes), ...recordsIn(findings)])],
    body: { question: wanted.question, results: findings.length },
  })
  await logProtected(context, graph)
  await logNamed(context, naming.ground, graph.named)
  const told = findings.map((each) => withNamed(each, graph.named, graph.ties))
  return { findings: told.map((each) => ({ ...each, paths: withShownTies(each.paths, graph) })), graph }
}
