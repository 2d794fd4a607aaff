import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sequenceAll } from '../access/ledger/sequence.ts'
import { testDatabase } from '../testing/test-database.ts'
import { query } from './backup/testing.ts'
import { CLOCK_CHECKS } from './clock-checks.ts'

const database = await testDatabase()

/** What is wrong, by check, where this machine's clock stands so far from the database's. */
async function wrongAt(years: number): Promise<Record<string, boolean>> {
  const now = new Date(Date.now() + years * 365.25 * 24 * 3600 * 1000)
  const wrong: Record<string, boolean> = {}
  for (const { check, query: text } of CLOCK_CHECKS) {
    const { rows } = await database.pool('backup').query<{ wrong: string }>(text, [now])
    wrong[check] = Number(rows[0]!.wrong) > 0
  }
  return wrong
}

test('a clock that is apart, behind the log, or leapt, is told apart', async () => {
  const well = {
    ...{ clock_apart: false, clock_behind_log: false, clock_leapt: false },
    ...{ own_certificate_ends: false, key_change_unfinished: false },
  }
  assert.deepEqual(await wrongAt(0), well)
  assert.deepEqual(await wrongAt(3), { ...well, clock_apart: true })
  assert.deepEqual(await wrongAt(-3), { ...well, clock_apart: true, clock_behind_log: true })
  // Written while the clock ran ahead; it is right again now.
  await query(
    database.ownerUrl,
    `INSERT INTO audit_entry (id, recorded_at, actor, action, outcome, subjects, body_commitment, body, salt)
     SELECT gen_random_uuid(), now() + interval '3 years', actor, action, outcome, subjects, body_commitment, body, salt
     FROM audit_entry LIMIT 1;
     INSERT INTO audit_queue SELECT id FROM audit_entry ON CONFLICT DO NOTHING`,
  )
  await sequenceAll(database.pool('log'))
  assert.deepEqual(await wrongAt(0), { ...well, clock_behind_log: true, clock_leapt: true })
})
