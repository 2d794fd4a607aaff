import type { Context } from '../../access/context.ts'

/** What somebody said last of two recoveries. */
export interface Join {
  readonly recovery: string
  readonly other: string
  readonly number: number
  readonly verdict: 'same' | 'different' | 'withdrawn'
  readonly why: string
  readonly by: string
  readonly at: Date
  /** Both agencies, where the two are of different ones and said so to each other. */
  readonly between: readonly { readonly id: string; readonly name: string }[]
}

/** What was said last of a recovery and each other, by the other. */
export async function joinsOf({ client }: Context, recovery: string): Promise<Map<string, Join>> {
  const { rows } = await client.query<Join>(
    `SELECT DISTINCT ON (j.recovery_id, j.other_id) j.recovery_id AS recovery, j.other_id AS other, j.number, j.verdict,
       j.why, a.name AS by, j.joined_at AS at,
       (SELECT json_agg(json_build_object('id', g.id, 'name', g.name) ORDER BY g.name) FROM agency g
        WHERE g.id = v.agency_id OR g.id = ANY (v.readers)) AS between
     FROM recovery_join j JOIN account a ON a.id = j.joined_by JOIN visibility v ON v.id = j.vis
     WHERE j.recovery_id = $1 OR j.other_id = $1 ORDER BY j.recovery_id, j.other_id, j.number DESC`,
    [recovery],
  )
  return new Map(rows.map((join) => [join.recovery === recovery ? join.other : join.recovery, join]))
}
