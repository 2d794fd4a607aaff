import type pg from 'pg'

/** Who leads a case at this moment; null where nobody does. */
export async function leadOf(client: pg.ClientBase, compartment: string | null): Promise<string | null> {
  const { rows } = await client.query<{ lead: string }>(
    `SELECT account_id AS lead FROM (
       SELECT DISTINCT ON (account_id) account_id, part FROM compartment_member
       WHERE compartment_id = $1 ORDER BY account_id, number DESC
     ) last WHERE part = 'lead' ORDER BY 1 LIMIT 1`,
    [compartment],
  )
  return rows[0]?.lead ?? null
}
