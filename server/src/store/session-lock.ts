import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'

const LOOK_AGAIN_MS = 100

const tryLock = 'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken'
const unlock = 'SELECT pg_advisory_unlock(hashtextextended($1, 0))'

/**
 * Does `work` while a connection of its own holds the lock of this name: work that spans many transactions, of which
 * only one may be under way. Whoever dies lets go, since the lock falls with the connection. Answers what `work`
 * answers, or null where the lock was not to be had within `patience` milliseconds.
 */
export async function withSessionLock<Result>(
  pool: pg.Pool,
  name: string,
  patience: number,
  work: () => Promise<Result>,
): Promise<{ readonly result: Result } | null> {
  const client = await takeLock(pool, name, patience)
  if (!client) return null
  try {
    return { result: await work() }
  } finally {
    // Whoever hears how it ended finds nobody at work any more; a connection that cannot say so is given up.
    const inDoubt = await client.query(unlock, [name]).then(
      () => false,
      () => true,
    )
    client.release(inDoubt)
  }
}

/** No connection is held while waiting: it would be missing to whoever holds the lock. */
async function takeLock(pool: pg.Pool, name: string, patience: number): Promise<pg.PoolClient | null> {
  for (const began = Date.now(); ; await sleep(LOOK_AGAIN_MS)) {
    const client = await pool.connect()
    let taken = false
    try {
      const { rows } = await client.query<{ taken: boolean }>(tryLock, [name])
      taken = rows[0]?.taken === true
    } finally {
      if (!taken) client.release()
    }
    if (taken) return client
    if (Date.now() - began >= patience) return null
  }
}

/** Is anybody at work under this name? Asked within a transaction. */
export async function isHeld(client: pg.PoolClient, name: string): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>(
    'SELECT pg_try_advisory_xact_lock_shared(hashtextextended($1, 0)) AS free',
    [name],
  )
  return rows[0]?.free !== true
}
