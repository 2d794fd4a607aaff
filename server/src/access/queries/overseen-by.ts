import type pg from 'pg'

/** An agency whose custody somebody oversees. */
export interface Overseen {
  readonly id: string
  readonly name: string
}

/** The agencies that named this account to oversee their custody, by name. */
export async function overseenBy(connection: pg.ClientBase | pg.Pool, account: string): Promise<Overseen[]> {
  const { rows } = await connection.query<Overseen>(
    'SELECT id, name FROM agency WHERE oversight_account_id = $1 ORDER BY name',
    [account],
  )
  return rows
}
