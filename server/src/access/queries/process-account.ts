import type pg from 'pg'

/** The account in whose name the matching process writes. Throws where the installation has none. */
export async function processAccount(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM account WHERE kind = 'process' AND name = 'matching process'`,
  )
  if (!rows[0]) throw new Error('The matching process has no account.')
  return rows[0].id
}
