import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { inTransaction } from '../../../store/transaction.ts'
import { standingVersion } from '../../queries/standing-balance.ts'

/** One at a time begins, stops or ends a run. */
const TURN = `SELECT pg_advisory_xact_lock(hashtextextended('matching run', 0))`
/** Records of a partition: what a kill undoes is done again in seconds. */
const IN_PARTITION = 2_000

interface RunRow {
  readonly id: string
  readonly model: string
  /** Does nobody take partitions of it until it is gone on with? */
  readonly stopped: boolean
  readonly again: readonly number[]
}

async function unfinished(client: pg.ClientBase): Promise<RunRow | null> {
  const { rows } = await client.query<RunRow>(
    `SELECT id, model, stopped_at IS NOT NULL AS stopped, again FROM match_run
     WHERE finished_at IS NULL AND superseded_at IS NULL`,
  )
  return rows[0] ?? null
}

/** The run that processes may work on; null where there is none, or where it is stopped or measures by another model. */
export async function currentRun(pool: pg.Pool): Promise<string | null> {
  return inTransaction(pool, async (client) => {
    const run = await unfinished(client)
    return run && !run.stopped && run.model === (await standingVersion(client)) ? run.id : null
  })
}

/** Takes up what waits to be asked again: the run asks all classes anyway. */
const AGAIN = `
  WITH taken AS (DELETE FROM match_again RETURNING vis)
  UPDATE match_run SET again = again || ARRAY(SELECT vis FROM taken) WHERE id = $1`

const PARTITIONS = `
  INSERT INTO match_partition (run_id, number, first_record, last_record)
  SELECT $1::uuid, stretch, min(id::text)::uuid, max(id::text)::uuid FROM (
    SELECT id, (row_number() OVER (ORDER BY id) - 1) / $2 AS stretch FROM record WHERE version IS NOT NULL
  ) AS standing GROUP BY stretch`

/**
 * Goes on with the run that is not finished, or begins one over every standing record: also where the unfinished one
 * measured by another model, whose place it takes. `begun`: is it a new one? `inPartition`: how many records a partition
 * has.
 */
export async function openRun(
  pool: pg.Pool,
  inPartition = IN_PARTITION,
): Promise<{ readonly id: string; readonly begun: boolean }> {
  return inTransaction(pool, async (client) => {
    await client.query(TURN)
    const standing = await unfinished(client)
    const model = await standingVersion(client)
    if (standing?.model === model) {
      await client.query('UPDATE match_run SET stopped_at = NULL WHERE id = $1', [standing.id])
      await client.query(AGAIN, [standing.id])
      return { id: standing.id, begun: false }
    }
    if (standing)
      await client.query('UPDATE match_run SET superseded_at = clock_timestamp() WHERE id = $1', [standing.id])
    const id = randomUUID()
    await client.query(
      `INSERT INTO match_run (id, model, covers, again)
       VALUES ($1, $2, ARRAY(SELECT number FROM match_queue ORDER BY number), $3)`,
      [id, model, standing?.again ?? []],
    )
    await client.query(AGAIN, [id])
    await client.query(PARTITIONS, [id, inPartition])
    return { id, begun: true }
  })
}

/** Lets nobody take partitions of the unfinished run until it is gone on with; false where there is none. */
export async function stopRun(pool: pg.Pool): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    await client.query(TURN)
    const { rows } = await client.query<{ again: number[] }>(
      `UPDATE match_run SET stopped_at = clock_timestamp()
       WHERE finished_at IS NULL AND superseded_at IS NULL AND stopped_at IS NULL RETURNING again`,
    )
    // Should nobody go on with it, the classes are still to be asked again.
    for (const { again } of rows)
      await client.query('INSERT INTO match_again (vis) SELECT unnest($1::int4[]) ON CONFLICT DO NOTHING', [again])
    return rows.length > 0
  })
}

/**
 * Ends a run of which all partitions are done, and takes away what waited for it. Safe to repeat, and by whichever
 * process sees it first. Answers how the run stands.
 */
export async function settleRun(pool: pg.Pool, run: string): Promise<'open' | 'stopped' | 'over'> {
  return inTransaction(pool, async (client) => {
    await client.query(TURN)
    const { rows } = await client.query<{ over: boolean; stopped: boolean; done: boolean; covers: string[] }>(
      `SELECT finished_at IS NOT NULL OR superseded_at IS NOT NULL AS over, stopped_at IS NOT NULL AS stopped, covers,
         NOT EXISTS (SELECT FROM match_partition p WHERE p.run_id = r.id AND p.done_at IS NULL) AS done
       FROM match_run r WHERE id = $1`,
      [run],
    )
    const [found] = rows
    if (!found || found.over) return 'over'
    if (!found.done) return found.stopped ? 'stopped' : 'open'
    await client.query('UPDATE match_run SET finished_at = clock_timestamp() WHERE id = $1', [run])
    await client.query('DELETE FROM match_partition WHERE run_id = $1', [run])
    await client.query('DELETE FROM match_queue WHERE number = ANY ($1::int8[])', [found.covers])
    return 'over'
  })
}
