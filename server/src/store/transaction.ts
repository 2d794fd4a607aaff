import type pg from 'pg'

/**
 * Runs `work` between BEGIN and COMMIT on a connection of its own; rolls back when it rejects. A connection in doubt is
 * thrown away, never reused. `begin` states the isolation where it is not the usual one.
 */
export async function inTransaction<Result>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Result>,
  begin = 'BEGIN',
): Promise<Result> {
  const client = await pool.connect()
  let inDoubt = false
  try {
    await client.query(begin)
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (failure) {
    await client.query('ROLLBACK').catch(() => {
      inDoubt = true
    })
    throw failure
  } finally {
    client.release(inDoubt)
  }
}
