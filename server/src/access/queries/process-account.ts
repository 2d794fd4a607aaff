import type pg from 'pg'

/** The account in whose name a process writes. Throws where the installation has none. */
export async function processAccount(client: pg.ClientBase | pg.Pool, name = 'matching process'): Promise<string> {
  const { rows } = await client.query<{ id: string }>(`SELECT id FROM account WHERE kind = 'process' AND name = $1`, [
    name,
  ])
  if (!rows[0]) throw new Error(`The ${name} has no account.`)
  return rows[0].id
}
