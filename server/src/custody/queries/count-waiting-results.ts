import type { Context } from '../../access/context.ts'

/** How many confirmations of others wait for this reader as their second examiner. */
export async function countWaitingResults({ client, reader }: Context): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int4 AS count FROM ballistic_result r
     WHERE r.kind = 'result' AND r.level = 'hit' AND r.by_account <> $1 AND lower(r.said ->> 'examiner') <> lower($2)
       AND NOT EXISTS (SELECT FROM ballistic_result s WHERE s.of_id = r.id)`,
    [reader.account, reader.name],
  )
  return rows[0]!.count
}
