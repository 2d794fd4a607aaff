import type { NodeKind, Relation, Standing } from '@proofmark/contract/case-words'
import type { Context } from '../../../access/context.ts'
import { mostTies } from '../../rules/graph/commonness.ts'
import { kindOf, type NodeName, nodeNamed } from '../../rules/graph/node.ts'
import { type Tied, tied } from '../../rules/graph/tied.ts'
import { SAME_THINGS } from './same-things.ts'
import { VISIBLE_END } from './visible-end.ts'

/** Grades as their originator gave them, in the originator's scheme. */
interface Evaluation {
  readonly scheme: string
  readonly sourceGrade: string | null
  readonly informationGrade: string | null
}

/** One end of a tie, as the database keeps it. */
export interface TieRow {
  readonly node: string
  /** Null for what follows from a judgement of two things. */
  readonly id: string | null
  readonly otherKind: NodeKind
  readonly other: string
  readonly forward: boolean
  readonly relation: Relation
  readonly standing: Standing
  readonly case: string | null
  readonly fromDay: string | null
  readonly toDay: string | null
  readonly records: string[]
  readonly evaluation: Evaluation | null
  readonly since: string
}

/** What is told of a tie: all that is known of it, or no more than a search needs, which costs half. */
export type Telling = 'whole' | 'ends'

const TOLD: Readonly<Record<Telling, string>> = {
  whole: `(SELECT c.id FROM case_file c WHERE c.id = t.case_id) AS case, t.said -> 'evaluation' AS evaluation,
    t.said_at::date::text AS since`,
  ends: 'NULL::uuid AS case, NULL::jsonb AS evaluation, NULL::text AS since',
}

/** How many columns a row of a tie has. */
export const TIE_COLUMNS = 13

/**
 * In the order of the key, of what the reader may see at both ends: which a limit leaves out does not depend on what is
 * hidden.
 */
export const tieRows = (telling: Telling): string => `
  SELECT t.node_id AS node, t.id, t.other_kind AS "otherKind", t.other_id AS other, t.forward,
    t.relation, t.standing, t.from_day AS "fromDay", t.to_day AS "toDay", t.records, ${TOLD[telling]}
  FROM unnest($1::uuid[], $2::int4[]) AS asked (id, most)
  CROSS JOIN LATERAL (
    SELECT * FROM tie t
    WHERE t.node_id = asked.id AND t.withdrawn_at IS NULL AND ${VISIBLE_END}
    ORDER BY t.id LIMIT asked.most + 1
  ) AS t
  UNION ALL ${SAME_THINGS}`

export interface TiesFound {
  readonly ties: readonly Tied[]
  /** Nodes that have more ties than were asked for; those that were found are the first of them. */
  readonly over: readonly NodeName[]
}

/** Identifiers under which ties of a node may be kept: of a firearm, all its records. */
export type KeptUnder = (node: NodeName) => readonly string[]

const gradeOf = ({ evaluation }: TieRow): string | null =>
  evaluation &&
  [evaluation.scheme, `${evaluation.sourceGrade ?? ''}${evaluation.informationGrade ?? ''}`].join(' ').trim()
const wordOf = ({ id, relation }: TieRow) => [
  { message: id === null ? 'connect.why.judged_same' : `connect.relation.${relation}`, values: {} },
]

export type AskedIds = ReadonlyMap<string, { readonly node: NodeName; readonly most: number }>

/** The identifiers under which ties of these nodes are kept, with how many are fetched. */
export const askedIds = (nodes: readonly NodeName[], keptUnder: KeptUnder, relevance: boolean): AskedIds =>
  new Map(
    nodes.flatMap((node) =>
      keptUnder(node).map((id) => [id, { node, most: mostTies(kindOf(node), relevance) }] as const),
    ),
  )

/** What people said of these nodes, from whatever end, and the reader may see with both its ends. */
export function tiesOfRows(
  rows: readonly TieRow[],
  asked: AskedIds,
  nodes: readonly NodeName[],
  relevance: boolean,
): TiesFound {
  const counts = new Map<NodeName, number>()
  const ties = rows.map((row) => {
    const { node } = asked.get(row.node)!
    if (row.id !== null) counts.set(node, (counts.get(node) ?? 0) + 1)
    const other = nodeNamed(row.otherKind, row.other)
    const { relation, standing: kind, records, fromDay, toDay, since } = row
    const id = row.id ?? `same:${[row.node, row.other].sort().join(':')}`
    const ends = row.forward ? { from: node, to: other } : { from: other, to: node }
    return tied(
      { id, ...ends, relation, kind },
      { records, case: row.case, fromDay, toDay, grade: gradeOf(row), why: wordOf(row), since },
    )
  })
  const over = nodes.filter((node) => (counts.get(node) ?? 0) > mostTies(kindOf(node), relevance))
  return { ties, over }
}

/** How many ties of these nodes the reader may see with both ends; for nodes of which too many were found to fetch them. */
export async function countTies(
  { client }: Context,
  nodes: readonly NodeName[],
  keptUnder: KeptUnder,
): Promise<Map<NodeName, number>> {
  const counts = new Map<NodeName, number>()
  for (const node of nodes) {
    const { rows } = await client.query<{ count: number }>({
      name: 'graph-count-ties',
      text: `SELECT count(DISTINCT t.other_id)::int4 AS count FROM tie t
             WHERE t.node_id = ANY ($1::uuid[]) AND t.withdrawn_at IS NULL AND ${VISIBLE_END}`,
      values: [keptUnder(node)],
    })
    counts.set(node, rows[0]!.count)
  }
  return counts
}
