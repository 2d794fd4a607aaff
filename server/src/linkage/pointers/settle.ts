import type pg from 'pg'
import { standingHandles } from './answer.ts'
import { endOthers } from './tell-asker.ts'

/**
 * Ends what askers were told of records that no longer stand, no longer fit, or that the asker may now read themselves, and
 * forgets what stood its time.
 */
export async function settlePointers(pool: pg.Pool, now: Date): Promise<void> {
  await pool.query('DELETE FROM pointer_told WHERE until <= $1', [now])
  const { rows } = await pool.query<{ savedItem: string }>(
    `SELECT DISTINCT p.saved_item_id AS "savedItem" FROM pointer_told t JOIN pointer p ON p.handle = t.handle
     WHERE t.ended_at IS NULL ORDER BY 1`,
  )
  const client = await pool.connect()
  try {
    for (const { savedItem } of rows)
      await endOthers(client, savedItem, await standingHandles(client, savedItem, now), now)
  } finally {
    client.release()
  }
}
