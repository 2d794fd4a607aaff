import type { ReviewKind } from '@proofmark/contract/review-words'
import type { Context } from '../../access/context.ts'
import { circleOf } from '../rules/circle.ts'

/** Which of the waiting pairs are wanted. */
export interface ReviewFilter {
  readonly source?: string | null | undefined
  readonly agency?: string | null | undefined
  readonly kind?: ReviewKind | undefined
  /** Those alone that the reader has taken or was given. */
  readonly mine?: boolean | undefined
}

/** A place in the queue. */
export interface QueuePlace {
  readonly worth: number
  readonly record: string
  readonly other: string
}

/** Who of the reader's agency has a pair. */
export interface Assigned {
  readonly account: string
  readonly name: string
  readonly own: boolean
}

export interface QueuedPair extends QueuePlace {
  readonly assigned: Assigned | null
}

/** More than so many are not counted. */
export const MOST_COUNTED = 10_000

const OF_QUEUE = `
  FROM review_pair p
  JOIN source s ON s.id = p.source_id JOIN source t ON t.id = p.other_source_id
  LEFT JOIN review_assignment a ON a.record_id = p.record_id AND a.other_id = p.other_id AND a.agency_id = $2
  WHERE p.circle = $1
    AND ($3::uuid IS NULL OR p.source_id = $3 OR p.other_source_id = $3)
    AND ($4::uuid IS NULL OR s.agency_id = $4 OR t.agency_id = $4)
    AND ($5::text IS NULL OR p.kind = $5)
    AND (NOT $6::boolean OR a.account_id = $7)`

const filtered = ({ reader }: Context, { source = null, agency = null, kind, mine = false }: ReviewFilter) => [
  circleOf(reader),
  reader.agency?.id ?? null,
  source,
  agency,
  kind ?? null,
  mine,
  reader.account,
]

/** The next pairs of the reader's queue as they were last weighed, the most worth deciding first. */
export async function queuedPairs(
  context: Context,
  filter: ReviewFilter,
  after: QueuePlace | null,
  limit: number,
): Promise<QueuedPair[]> {
  const { rows } = await context.client.query<QueuePlace & { account: string | null; name: string | null }>(
    `SELECT p.record_id AS record, p.other_id AS other, p.worth, a.account_id AS account, n.name
     ${OF_QUEUE.replace('\n  WHERE', '\n  LEFT JOIN account n ON n.id = a.account_id\n  WHERE')}
       AND ($8::float8 IS NULL OR p.worth < $8 OR (p.worth = $8 AND (p.record_id, p.other_id) > ($9::uuid, $10::uuid)))
     ORDER BY p.worth DESC, p.record_id, p.other_id LIMIT $11`,
    [...filtered(context, filter), after?.worth ?? null, after?.record ?? null, after?.other ?? null, limit],
  )
  return rows.map(({ record, other, worth, account, name }) => ({
    record,
    other,
    worth,
    assigned: account && name ? { account, name, own: account === context.reader.account } : null,
  }))
}

/** How many pairs wait, at most {@link MOST_COUNTED} and one more. */
export async function countQueued(context: Context, filter: ReviewFilter = {}): Promise<number> {
  const { rows } = await context.client.query<{ count: string }>(
    `SELECT count(*) AS count FROM (SELECT 1 ${OF_QUEUE} LIMIT ${MOST_COUNTED + 1}) AS waiting`,
    filtered(context, filter),
  )
  return Number(rows[0]?.count ?? 0)
}

/** Takes pairs out of the reader's queue that need no decision any more. */
export async function leaveQueue({ client, reader }: Context, gone: readonly QueuePlace[]): Promise<void> {
  if (gone.length === 0) return
  await client.query(
    `DELETE FROM review_pair p USING unnest($2::uuid[], $3::uuid[]) AS g (record, other)
     WHERE p.circle = $1 AND p.record_id = g.record AND p.other_id = g.other`,
    [circleOf(reader), gone.map(({ record }) => record), gone.map(({ other }) => other)],
  )
}

/** Who of the reader's agency has this pair; null where nobody has. */
export async function assignedTo(
  { client, reader }: Context,
  { record, other }: { readonly record: string; readonly other: string },
): Promise<Assigned | null> {
  const { rows } = await client.query<{ account: string; name: string }>(
    `SELECT a.account_id AS account, n.name FROM review_assignment a JOIN account n ON n.id = a.account_id
     WHERE a.record_id = least($1::uuid, $2::uuid) AND a.other_id = greatest($1::uuid, $2::uuid) AND a.agency_id = $3`,
    [record, other, reader.agency?.id ?? null],
  )
  const [found] = rows
  return found ? { ...found, own: found.account === reader.account } : null
}
