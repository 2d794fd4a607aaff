import type pg from 'pg'

/** A stretch of records, by their identifiers, both included. */
export interface Partition {
  readonly number: number
  readonly first: string
  readonly last: string
}

/** Who works on which run: a process names itself by lot, so that what it holds is told from what another took over. */
export interface Holder {
  readonly run: string
  readonly holder: string
  /** How long a partition is held without being renewed, in milliseconds. */
  readonly lease: number
}

const UNTIL = `clock_timestamp() + $3 * interval '1 millisecond'`

const TAKE = `
  UPDATE match_partition SET holder = $2, held_until = ${UNTIL}
  WHERE run_id = $1 AND number = (
    SELECT number FROM match_partition
    WHERE run_id = $1 AND done_at IS NULL AND (held_until IS NULL OR held_until < clock_timestamp())
      AND EXISTS (SELECT FROM match_run r WHERE r.id = $1 AND r.stopped_at IS NULL AND r.superseded_at IS NULL)
    ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED
  )
  RETURNING number, first_record AS first, last_record AS last`

/** Takes a partition that nobody holds any more; null where there is none, or where the run is stopped. */
export async function takePartition(pool: pg.Pool, { run, holder, lease }: Holder): Promise<Partition | null> {
  const { rows } = await pool.query<Partition>(TAKE, [run, holder, lease])
  return rows[0] ?? null
}

/** Holds on to what is held; false where the run is stopped. */
export async function renewPartitions(pool: pg.Pool, { run, holder, lease }: Holder): Promise<boolean> {
  await pool.query(
    `UPDATE match_partition SET held_until = ${UNTIL} WHERE run_id = $1 AND holder = $2 AND done_at IS NULL`,
    [run, holder, lease],
  )
  const { rows } = await pool.query('SELECT FROM match_run WHERE id = $1 AND stopped_at IS NULL', [run])
  return rows.length > 0
}

/** Gives back what is held and not done. */
export async function giveBackPartitions(pool: pg.Pool, { run, holder }: Holder): Promise<void> {
  await pool.query(
    'UPDATE match_partition SET holder = NULL, held_until = NULL WHERE run_id = $1 AND holder = $2 AND done_at IS NULL',
    [run, holder],
  )
}

/** Marks a partition as done, within the transaction of what was done; false where another process took it over. */
export async function finishPartition(
  client: pg.ClientBase,
  { run, holder }: Holder,
  { number }: Partition,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE match_partition SET done_at = clock_timestamp(), holder = NULL, held_until = NULL
     WHERE run_id = $1 AND number = $2 AND holder = $3 AND done_at IS NULL`,
    [run, number, holder],
  )
  return rowCount === 1
}

/** Which share of a run is done, from 0 to 1. */
export async function shareDone(pool: pg.Pool, run: string): Promise<number> {
  const { rows } = await pool.query<{ done: string; all: string }>(
    'SELECT count(done_at) AS done, count(*) AS all FROM match_partition WHERE run_id = $1',
    [run],
  )
  const [{ done, all }] = rows as [{ done: string; all: string }]
  // Partitions are taken away when a run is finished.
  return Number(all) === 0 ? 1 : Number(done) / Number(all)
}
