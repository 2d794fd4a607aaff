import { LISTING_KINDS } from '@proofmark/domain/source-kind'
import type pg from 'pg'
import { standingVersion } from '../queries/standing-balance.ts'
import { SURE_BITS } from '../rules/thresholds.ts'
import { awaitAll } from './match-all.ts'

/** Records that wait to be matched. */
export interface Waiting {
  readonly number: string
  readonly records: readonly string[]
  /** The one class in which counterparts are looked for; null: in all. */
  readonly within: number | null
}

/** A run that is under way does the work of the rows that were there when it began. */
const NOT_COVERED = `
  NOT EXISTS (
    SELECT FROM match_run r
    WHERE r.finished_at IS NULL AND r.superseded_at IS NULL AND r.stopped_at IS NULL AND q.number = ANY (r.covers)
  )`

/**
 * The batch that waits longest and is not the work of a run; null where none does. Only one process at a time takes from
 * the line. A batch of no records stands for all: it was left by somebody who does not see them all.
 */
export async function nextWaiting(client: pg.ClientBase): Promise<Waiting | null> {
  const { rows } = await client.query<Waiting>(
    `SELECT number, records, within FROM match_queue q WHERE ${NOT_COVERED} ORDER BY number LIMIT 1`,
  )
  const first = rows[0]
  if (first?.records.length !== 0) return first ?? null
  // Approved twice before anything was measured: all is measured once.
  await client.query("DELETE FROM match_queue WHERE records = '{}'")
  // A run by the model that stood before is of no more use.
  await client.query(
    `UPDATE match_run SET superseded_at = clock_timestamp()
     WHERE finished_at IS NULL AND superseded_at IS NULL AND model <> $1`,
    [await standingVersion(client)],
  )
  await awaitAll(client)
  return nextWaiting(client)
}

/** How many records wait. */
export async function waitingRecords(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ records: string }>(
    'SELECT coalesce(sum(cardinality(records)), 0) AS records FROM match_queue',
  )
  return Number(rows[0]?.records ?? 0)
}

/** Takes a batch from the line, and lets what is left of it wait at the end. */
export async function putOff(client: pg.ClientBase, { number, within }: Waiting, left: readonly string[]) {
  await client.query('DELETE FROM match_queue WHERE number = $1', [number])
  if (left.length > 0)
    await client.query('INSERT INTO match_queue (records, within) VALUES ($1::uuid[], $2)', [left, within])
}

const BATCH = 2_000

/** Records that ask, and have nothing yet in a class that is as good as certain however many there are. */
const UNSETTLED = `
  SELECT r.id FROM record r JOIN source s ON s.id = r.source_id
  WHERE r.version IS NOT NULL AND s.kind <> ALL ($2)
    AND NOT EXISTS (SELECT FROM pair_evidence e WHERE e.record_id = r.id AND e.other_vis = $1 AND e.bits >= $3)
  ORDER BY r.id`

/** Lets those wait that are to ask again in one class; false where there is no such class. */
export async function askAgain(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ vis: number }>(
    'DELETE FROM match_again WHERE vis = (SELECT min(vis) FROM match_again) RETURNING vis',
  )
  const vis = rows[0]?.vis
  if (vis === undefined) return false
  const found = await client.query<{ id: string }>(UNSETTLED, [vis, LISTING_KINDS, SURE_BITS])
  const unsettled = found.rows.map(({ id }) => id)
  for (let start = 0; start < unsettled.length; start += BATCH)
    await client.query('INSERT INTO match_queue (records, within) VALUES ($1::uuid[], $2)', [
      unsettled.slice(start, start + BATCH),
      vis,
    ])
  return unsettled.length > 0 || (await askAgain(client))
}
