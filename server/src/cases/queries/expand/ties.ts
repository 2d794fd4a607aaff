import type { NodeKind, Relation, Standing } from '@proofmark/contract/case-words'
import type { Context } from '../../../access/context.ts'
import { commonFrom, MOST_NEIGHBOURS, mostTies } from '../../rules/graph/commonness.ts'
import type { Narrowing } from '../../rules/graph/narrowing.ts'
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
  readonly said: SaidRow | null
  readonly since: string
}

/** Who said it, and how they graded it. */
interface SaidRow {
  readonly by: string
  readonly agency: string | null
  readonly evaluation?: Evaluation | null
}

/** What is told of a tie: all that is known of it, or no more than a search needs, which costs half. */
export type Telling = 'whole' | 'ends'

const TOLD: Readonly<Record<Telling, string>> = {
  whole: `(SELECT c.id FROM case_file c WHERE c.id = t.case_id) AS case,
    jsonb_build_object(
      'by', (SELECT a.name FROM account a WHERE a.id = t.said_by),
      'agency', (SELECT g.name FROM agency g WHERE g.id = t.agency_id),
      'evaluation', t.said -> 'evaluation'
    ) AS said, t.said_at::date::text AS since`,
  ends: 'NULL::uuid AS case, NULL::jsonb AS said, NULL::text AS since',
}

/** How many columns a row of a tie has. */
export const TIE_COLUMNS = 13

const VISIBLE = `t.withdrawn_at IS NULL AND ${VISIBLE_END}`

/** A case's own ties, by equality: what was said in it, and what was said of it; so that no tie said elsewhere takes their place. */
const OF_CASE = (of: string): string =>
  ['case_id', 'other_id']
    .map(
      (column) => `
    UNION ALL
    (SELECT * FROM tie t WHERE t.node_id = asked.id AND t.${column} = ${of} AND ${VISIBLE}
     ORDER BY t.id LIMIT ${MOST_NEIGHBOURS + 1})`,
    )
    .join('')

/**
 * Of what the reader may see at both ends, class by class in the order of their keys: which a limit leaves out does not depend
 * on what is hidden. An index has this order and passes over hidden rows, so that how long it takes does not either.
 * `within`: the parameter that names the case that is wanted alone. A row may then come twice.
 */
export const tieRows = (telling: Telling, within: string | null): string => `
  SELECT t.node_id AS node, t.id, t.other_kind AS "otherKind", t.other_id AS other, t.forward,
    t.relation, t.standing, t.from_day AS "fromDay", t.to_day AS "toDay", t.records, ${TOLD[telling]}
  FROM unnest($1::uuid[], $2::int4[]) AS asked (id, most)
  CROSS JOIN LATERAL (
    (SELECT * FROM tie t WHERE t.node_id = asked.id AND ${VISIBLE}
     ORDER BY t.vis, t.id LIMIT asked.most + 1)
    ${within === null ? '' : OF_CASE(within)}
  ) AS t
  UNION ALL ${SAME_THINGS}`

export interface TiesFound {
  readonly ties: readonly Tied[]
  /** Nodes that have more ties than were asked for; those that were found are the first of them. */
  readonly over: readonly NodeName[]
}

/** Identifiers under which ties of a node may be kept: of a firearm, all its records. */
export type KeptUnder = (node: NodeName) => readonly string[]

function gradeOf({ said }: TieRow): string | null {
  const { scheme, sourceGrade, informationGrade } = said?.evaluation ?? {}
  return scheme === undefined ? null : [scheme, `${sourceGrade ?? ''}${informationGrade ?? ''}`].join(' ').trim()
}
const wordOf = ({ id, relation }: TieRow) => [
  { message: id === null ? 'connect.why.judged_same' : `connect.relation.${relation}`, values: {} },
]

export type AskedIds = ReadonlyMap<string, { readonly node: NodeName; readonly most: number }>

/**
 * Worked out from records alone, so that nobody says anything of them; some bear the identifier of a record, of which much may
 * be said.
 */
const SAID_OF_NONE: ReadonlySet<NodeKind> = new Set<NodeKind>([
  'consignment',
  'stated_place',
  'country',
  'pointer',
  'named_person',
])

/** Beside what is found of a case by equality nothing is asked for. */
const NONE = -1

/**
 * The identifiers under which ties of these nodes are kept, with how many are fetched. Within a case only so many as it takes
 * to know whether a value is common, which it is by all its ties.
 */
export const askedIds = (
  nodes: readonly NodeName[],
  keptUnder: KeptUnder,
  { relevance, within }: Pick<Narrowing, 'relevance' | 'within'>,
): AskedIds =>
  new Map(
    nodes.flatMap((node) => {
      const kind = kindOf(node)
      if (SAID_OF_NONE.has(kind)) return []
      const counts = within == null || node === nodeNamed('case', within) || Number.isFinite(commonFrom(kind))
      const most = counts ? mostTies(kind, relevance) : NONE
      return keptUnder(node).map((id) => [id, { node, most }] as const)
    }),
  )

/** What people said of these nodes, from whatever end, and the reader may see with both its ends. */
export function tiesOfRows(
  rows: readonly TieRow[],
  asked: AskedIds,
  nodes: readonly NodeName[],
  relevance: boolean,
): TiesFound {
  const own = new Map<NodeName, Set<string>>()
  const ties = rows.map((row) => {
    const { node } = asked.get(row.node)!
    if (row.id !== null) own.set(node, (own.get(node) ?? new Set()).add(row.id))
    const other = nodeNamed(row.otherKind, row.other)
    const { relation, standing: kind, records, fromDay, toDay, since } = row
    const id = row.id ?? `same:${[row.node, row.other].sort().join(':')}`
    const said = row.said && { by: row.said.by, agency: row.said.agency, on: since }
    const ends = row.forward ? { from: node, to: other } : { from: other, to: node }
    return tied(
      { id, ...ends, relation, kind },
      { records, case: row.case, fromDay, toDay, grade: gradeOf(row), why: wordOf(row), said, since },
    )
  })
  const over = nodes.filter((node) => (own.get(node)?.size ?? 0) > mostTies(kindOf(node), relevance))
  return { ties, over }
}

/**
 * How many neighbours of these nodes the reader may see by ties with both ends, for nodes of which too many were found to
 * fetch them; within a case by its own ties, but of a value that may be common by all.
 */
export async function countTies(
  { client }: Context,
  nodes: readonly NodeName[],
  keptUnder: KeptUnder,
  within: string | null,
): Promise<Map<NodeName, number>> {
  const counts = new Map<NodeName, number>()
  for (const node of nodes) {
    const { rows } = await client.query<{ count: number }>({
      name: 'graph-count-ties',
      text: `SELECT count(DISTINCT t.other_id)::int4 AS count FROM tie t
             WHERE t.node_id = ANY ($1::uuid[]) AND ${VISIBLE}
               AND ($2::uuid IS NULL OR t.node_id = $2 OR t.case_id = $2 OR t.other_id = $2)`,
      values: [keptUnder(node), Number.isFinite(commonFrom(kindOf(node))) ? null : within],
    })
    counts.set(node, rows[0]!.count)
  }
  return counts
}
