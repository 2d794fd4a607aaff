import { createHmac } from 'node:crypto'
import type pg from 'pg'
import { inTransaction } from '../../store/transaction.ts'
import { FORGOTTEN_AFTER, THROTTLE_LIMITS, type ThrottleKind, waitAfter } from '../rules/throttle.ts'
import { after } from '../rules/token.ts'

/** One name or address at which attempts are counted. */
export interface Attempted {
  readonly kind: ThrottleKind
  readonly value: string
}

const hashOf = (key: Buffer, { kind, value }: Attempted): Buffer =>
  createHmac('sha256', key)
    .update(`throttle ${kind} ${value.normalize('NFKC').trim().toLowerCase()}`)
    .digest()

const COUNT = `
  INSERT INTO sign_in_throttle AS t (key, refusals, last_at, wait_until) VALUES ($1, 1, $2, NULL)
  ON CONFLICT (key) DO UPDATE SET
    refusals = CASE WHEN t.last_at < $3 THEN 1 ELSE t.refusals + 1 END, last_at = $2
  WHERE t.wait_until IS NULL OR t.wait_until <= $2 OR t.wait_until > $4
  RETURNING refusals`

/** No wait is longer: one that says so was written while a clock ran ahead. */
const longestWait = (now: Date): Date =>
  after(now, Math.max(...Object.values(THROTTLE_LIMITS).map(({ most }) => most)) * 1000)

/** A wait that is not over. */
export interface Wait {
  readonly seconds: number
  /** Nobody was refused for it before. */
  readonly first: boolean
}

/** The wait at this name or address, or null. */
export async function waitingAt(pool: pg.Pool, key: Buffer, now: Date, attempted: Attempted): Promise<Wait | null> {
  const hash = hashOf(key, attempted)
  const { rows } = await pool.query<{ until: Date }>(
    'SELECT wait_until AS until FROM sign_in_throttle WHERE key = $1 AND wait_until > $2 AND wait_until <= $3',
    [hash, now, longestWait(now)],
  )
  const [waiting] = rows
  if (!waiting) return null
  const told = await pool.query('UPDATE sign_in_throttle SET told = true WHERE key = $1 AND NOT told', [hash])
  return { seconds: Math.ceil((waiting.until.getTime() - now.getTime()) / 1000), first: told.rowCount === 1 }
}

/**
 * Counts an attempt as refused before it is examined, so that many at once are no more than as many one after another;
 * {@link forgive} or {@link clear} takes it back. Kept in the database, which several servers share. Answers the wait
 * where the attempt must not be made at all.
 */
export async function countAttempt(pool: pg.Pool, key: Buffer, now: Date, attempted: Attempted): Promise<Wait | null> {
  const hash = hashOf(key, attempted)
  // The row is held from its count to its wait, so that nobody slips in between.
  const counted = await inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ refusals: number }>(COUNT, [
      hash,
      now,
      after(now, -FORGOTTEN_AFTER),
      longestWait(now),
    ])
    const [row] = rows
    if (!row) return false
    const wait = waitAfter(row.refusals, THROTTLE_LIMITS[attempted.kind])
    await client.query('UPDATE sign_in_throttle SET wait_until = $2, told = false WHERE key = $1', [
      hash,
      wait === 0 ? null : after(now, wait * 1000),
    ])
    return true
  })
  return counted ? null : ((await waitingAt(pool, key, now, attempted)) ?? { seconds: 1, first: false })
}

/** Takes one attempt back, which was right and not yet a sign-in. */
export async function forgive(pool: pg.Pool, key: Buffer, attempted: Attempted): Promise<void> {
  await pool.query(
    'UPDATE sign_in_throttle SET refusals = greatest(refusals - 1, 0), wait_until = NULL WHERE key = $1',
    [hashOf(key, attempted)],
  )
}

/** A right sign-in clears what was refused. */
export async function clear(pool: pg.Pool, key: Buffer, attempted: readonly Attempted[]): Promise<void> {
  await pool.query('DELETE FROM sign_in_throttle WHERE key = ANY ($1)', [attempted.map((each) => hashOf(key, each))])
}
