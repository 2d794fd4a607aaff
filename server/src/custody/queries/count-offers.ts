import type { Context } from '../../access/context.ts'

/** How many exhibits are offered to the reader, or to any keeper of their agency, and wait for an answer. */
export async function countOffers({ client, reader }: Context): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int4 AS count FROM custody_standing
     WHERE offered_agency_id = $1 AND (offered_account_id IS NULL OR offered_account_id = $2)`,
    [reader.agency?.id ?? null, reader.account],
  )
  return rows[0]!.count
}
