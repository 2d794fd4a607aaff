import type { ThingKind } from '@proofmark/contract/case-words'
import type { Context } from '../../access/context.ts'

export interface DueThing {
  readonly id: string
  readonly kind: ThingKind
  readonly vis: number
  readonly case: string | null
  readonly agency: string
  readonly at: Date
  readonly dueOn: string
  /** How much of it is due. */
  readonly said: number
}

const DUE = `
  SELECT due.thing_id, min(due.review_on) AS due_on, count(*)::int4 AS said FROM (
    SELECT v.thing_id, v.review_on, v.vis FROM thing_value v WHERE v.review_on <= $1
    UNION ALL
    SELECT t.node_id, t.review_on, t.vis FROM tie t WHERE t.review_on <= $1 AND t.node_kind IN ('person', 'organisation')
  ) AS due JOIN visibility v ON v.id = due.vis
  WHERE v.agency_id = $2 GROUP BY due.thing_id`

/** Things of which the reader's agency said what must be looked at by this day, the longest due first. */
export async function reviewsDue({ client, reader }: Context, until: string, limit: number): Promise<DueThing[]> {
  const { rows } = await client.query<DueThing>(
    `SELECT t.id, t.kind, t.vis, t.case_id AS case, t.agency_id AS agency, t.opened_at AS at, d.due_on::text AS "dueOn", d.said
     FROM (${DUE}) AS d JOIN thing t ON t.id = d.thing_id ORDER BY d.due_on, t.id LIMIT $3`,
    [until, reader.agency?.id ?? null, limit],
  )
  return rows
}

/** How many there are, up to `most`. */
export async function countReviewsDue({ client, reader }: Context, until: string, most: number): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::int4 AS n FROM (SELECT FROM (${DUE}) AS d JOIN thing t ON t.id = d.thing_id LIMIT $3) AS few`,
    [until, reader.agency?.id ?? null, most],
  )
  return rows[0]?.n ?? 0
}
