import { sql } from 'kysely'
import type pg from 'pg'
import { type ReaderTransaction, readerTransaction } from '../../store/reader-transaction.ts'
import { findRelease } from '../queries/find-release.ts'
import { processAccount } from '../queries/process-account.ts'
import { holdRelease } from './hold-release.ts'
import { placeRecords } from './place-records.ts'
import { writeEntry } from './write-entry.ts'

const DUE = `
  SELECT id FROM release WHERE ends_at <= $1 AND settled_at IS NULL AND withdrawn_at IS NULL ORDER BY ends_at, id`

/**
 * Puts the records of releases that are over back into their classes, in the name of the matching process, each release
 * in a transaction of its own. That they are over holds without it, since the classes carry their ends; this keeps the
 * classes few and says so in the log. Safe to repeat; answers how many were settled.
 */
export async function settleReleases(pool: pg.Pool, now: Date): Promise<number> {
  const due = await pool.query<{ id: string }>(DUE, [now])
  let settled = 0
  for (const { id } of due.rows) {
    const classes = await pool.query<{ id: number }>('SELECT id FROM visibility WHERE compartment_id IS NULL')
    const done = await readerTransaction(
      pool,
      classes.rows.map((each) => each.id),
      (transaction) => settle(transaction, id, now),
    )
    if (done) settled++
  }
  return settled
}

/** False where somebody else was faster. */
async function settle(transaction: ReaderTransaction, id: string, now: Date): Promise<boolean> {
  const { query, client } = transaction
  const records = await holdRelease(transaction, id)
  const { numUpdatedRows } = await query
    .updateTable('release')
    .set({ settled_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await placeRecords(transaction, records, now)
  const { owner, receiver } = (await findRelease(transaction, id))!
  await writeEntry(client, { account: await processAccount(client), agency: owner.id }, null, {
    action: 'release.ended',
    subjects: [id, ...records],
    body: { agency: receiver.name },
  })
  return true
}
