import type { Context } from '../../access/context.ts'

/**
 * Of how many comparisons somebody noted that this reader was told, by the reader's own name, while nobody has noted since what
 * came of it; and an item of the one that waits longest. Whoever was told and may not see the comparison is told of nothing.
 */
export async function toldOfBallistics({ client, reader }: Context): Promise<{ count: number; record: string | null }> {
  const { rows } = await client.query<{ item: string }>(
    `SELECT f.first_id AS item FROM ballistic_referral f
     WHERE f.act = 'told' AND lower(btrim(f.told_to)) = lower(btrim($1))
       AND NOT EXISTS (
         SELECT FROM ballistic_referral o
         WHERE o.first_id = f.first_id AND o.second_id = f.second_id AND o.act = 'outcome' AND o.at > f.at
       )
     GROUP BY f.first_id, f.second_id ORDER BY min(f.at), f.first_id`,
    [reader.name],
  )
  return { count: rows.length, record: rows[0]?.item ?? null }
}
