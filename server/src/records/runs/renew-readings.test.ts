import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { renewalPreview, renewalState } from '@proofmark/contract/schemas/renewal'
import type { Context, Run } from '../../access/context.ts'
import { bytesOf, sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { decideText } from '../commands/decide-text.ts'
import { stopRenewal } from '../commands/stop-renewal.ts'
import { withdrawDecision } from '../commands/withdraw-decision.ts'
import { presentRenewal } from '../present/renewal.ts'
import { findRenewal } from '../queries/find-renewal.ts'
import { unreadQueue } from '../queries/unread-queue.ts'
import { importFile } from './import-file.ts'
import { type RenewalInput, renewReadings } from './renew-readings.ts'
import { withinTransaction } from './run.ts'

const database = await testDatabase()
const people = await twoAgencies(database)
const stored = database.pool('backup')

// A whole batch and a little.
const RECORDS = 2_100
const rowsOf = (from: number, to: number, make: string) =>
  Array.from({ length: to - from }, (_, at) => `${from + at},TST${10_000 + from + at},${make},G17,9mm`).join('\n')

await sourceWith(
  database,
  { name: 'register', kind: 'register', agency: 'Police of XA' },
  `id,serial,make,model,calibre\n${rowsOf(0, RECORDS - 10, 'Quuxwerke')}\n${rowsOf(RECORDS - 10, RECORDS, 'Taurus')}\n`,
)
await sourceWith(
  database,
  { name: 'customs', kind: 'seizure', visibility: 'open', agency: 'Customs of XA' },
  'id,serial,make\n1,TST30001,Quuxwerke\n',
)

const run: Run = async (work) => database.as(await database.reader(people.police), work)
const renew = (input: Partial<RenewalInput> = {}, by: Run = run) => renewReadings(by, { preview: false, ...input })
const foresee = () => renew({ preview: true })
const decide = (means: { code: string } | { said: string }) =>
  run((context) => decideText(context, { field: 'make', text: 'Quuxwerke', means }))
const readings = async () =>
  (
    await stored.query<{ make: string | null; model: string | null; n: number }>(
      `SELECT make, model, count(*)::int AS n FROM reading GROUP BY make, model ORDER BY n DESC`,
    )
  ).rows.map(({ make, model, n }) => [make, model, n])
const last = () => run((context) => findRenewal(context))
/** Everything that is derived, but for the number of the vocabulary. */
const derived = async () => {
  const { rows } = await stored.query(
    `SELECT md5(string_agg(record_id || make::text || coalesce(model, '') || item, ',' ORDER BY record_id)) AS readings,
       (SELECT md5(string_agg(record_id || field || text || coalesce(make, ''), ',' ORDER BY record_id, field, text))
        FROM unread_text) AS texts,
       (SELECT md5(string_agg(key::text || record_id, ',' ORDER BY key, record_id)) FROM posting) AS postings
     FROM (SELECT record_id, coalesce(make, '') AS make, model, item FROM reading) AS reading`,
  )
  return rows[0]
}
const QUUX = RECORDS - 10

/** Waits until a transaction waits for another's lock. */
async function somebodyWaits(): Promise<void> {
  for (;;) {
    const { rowCount } = await stored.query('SELECT FROM pg_locks WHERE NOT granted')
    if (rowCount) return
    await sleep(20)
  }
}

describe('reading records again', () => {
  test('finds nothing to read where tables and vocabulary are those of the import', async () => {
    const { records, changed, changes, others, state } = await foresee()
    assert.deepEqual([records, changed, changes, others, state], [0, 0, [], 0, 'done'])
  })

  test('the preview says what is then done, largest first, and changes nothing', async () => {
    await decide({ code: 'glock' })
    const before = await derived()
    const foreseen = await foresee()
    assert.deepEqual(await derived(), before)
    assert.equal(await last(), null)
    assert.deepEqual(
      foreseen.changes.map(({ field, stated, from, to, records }) => [field, stated, from.state, to.code, records]),
      [
        ['make', 'Quuxwerke', 'unread', 'glock', QUUX],
        ['model', 'G17', 'unread', 'glock/g17', QUUX],
      ],
    )
    assert.deepEqual([foreseen.records, foreseen.changed, foreseen.others], [RECORDS, QUUX, 0])
    const { renewal: _, state: __, ...preview } = foreseen
    assert.deepEqual(renewalPreview.parse(preview), preview)
    const done = await renew()
    assert.deepEqual({ ...done, renewal: null }, foreseen)
    assert.deepEqual(await readings(), [
      ['glock', 'glock/g17', QUUX],
      ['taurus', null, 10],
      [null, null, 1],
    ])
  })

  test('leaves the other agency’s records alone, and the queue without what is read now', async () => {
    const { texts, decided } = await run((context) => unreadQueue(context, { limit: 50 }))
    assert.deepEqual(
      texts.map(({ field, make, records }) => [field, make, records]),
      [['model', 'taurus', 10]],
    )
    assert.equal(decided, 0)
    const { rows } = await stored.query(`SELECT count(*)::int AS n FROM unread_text WHERE field = 'make'`)
    assert.equal(rows[0].n, 1)
  })

  test('says how far it has come, and is in the log when it begins and ends', async () => {
    const found = (await last())!
    assert.deepEqual([found.state, found.records, found.changed], ['done', RECORDS, QUUX])
    const shown = presentRenewal(found)
    assert.deepEqual(renewalState.parse(shown), shown)
    const { rows } = await stored.query(
      `SELECT body FROM audit_entry WHERE action = 'readings.renewed' ORDER BY recorded_at`,
    )
    assert.deepEqual(
      rows.map(({ body }) => body),
      [
        { records: 0, changed: 0 },
        { records: RECORDS, changed: QUUX },
      ],
    )
  })

  test('done again finds nothing more, and a reading that came out the same has the new numbers', async () => {
    const { records } = await renew()
    assert.equal(records, 0)
    const { rows } = await stored.query<{ vocabulary: string; tables: boolean }>(
      `SELECT DISTINCT vocabulary, tables = (item->>'tables')::int AS tables FROM reading ORDER BY vocabulary`,
    )
    assert.deepEqual(
      rows.map(({ tables }) => tables),
      [true, true],
    )
  })

  test('a withdrawal gives back what was there before the decision', async () => {
    await decide({ said: 'craft' })
    await renew()
    const crafted = await derived()
    await decide({ code: 'taurus' })
    await renew()
    assert.notDeepEqual(await derived(), crafted)
    await decide({ said: 'craft' })
    await renew()
    assert.deepEqual(await derived(), crafted)
    await run((context) => withdrawDecision(context, { field: 'make', text: 'Quuxwerke' }))
    const { changed } = await renew()
    assert.equal(changed, QUUX)
    assert.deepEqual((await readings())[0], [null, null, QUUX + 1])
  })

  test('killed in the middle and gone on with, it ends as one that was not', async () => {
    await decide({ code: 'glock' })
    await renew()
    const whole = await derived()
    await decide({ said: 'none' })
    await renew()
    await decide({ code: 'glock' })
    let batches = 0
    let killed = false
    const dying: Run = (work) => (killed ? Promise.reject(new Error('killed')) : run(work))
    const kill = () => {
      killed = ++batches === 1
      if (killed) throw new Error('killed')
    }
    await assert.rejects(renew({ onProgress: kill }, dying), { message: 'killed' })
    const left = (await last())!
    assert.deepEqual([left.state, left.records], ['running', 2_000])
    assert.notDeepEqual(await derived(), whole)
    const outcome = await renew()
    assert.deepEqual([outcome.renewal, outcome.records, outcome.changed], [left.id, RECORDS, QUUX])
    assert.deepEqual(await derived(), whole)
  })

  test('one that failed says so, and can be gone on with', async () => {
    await decide({ said: 'none' })
    await assert.rejects(
      renew({
        onProgress: () => {
          throw new Error('out of paper')
        },
      }),
      { message: 'out of paper' },
    )
    assert.equal((await last())!.state, 'failed')
    assert.deepEqual([(await renew()).records, (await last())!.state], [RECORDS, 'done'])
  })

  test('stopped by somebody else it ends before the next batch, and goes on from there', async () => {
    await decide({ code: 'glock' })
    let stopping: Promise<void> = Promise.resolve()
    const slowly: Run = async (work) => {
      await stopping
      return run(work)
    }
    const stop = () => {
      stopping = run((context) => stopRenewal(context, {}))
    }
    const { state, records } = await renew({ onProgress: stop }, slowly)
    assert.deepEqual([state, records, (await last())!.state], ['stopped', 2_000, 'stopped'])
    assert.deepEqual([(await renew()).state, (await last())!.records], ['done', RECORDS])
  })

  test('a decision taken in between makes it begin anew, so that no record is left behind', async () => {
    await decide({ said: 'none' })
    const going = new AbortController()
    const first = await renew({ onProgress: () => going.abort(), signal: going.signal })
    await decide({ code: 'glock' })
    const second = await renew()
    assert.notEqual(second.renewal, first.renewal)
    assert.equal(second.records, RECORDS)
    assert.deepEqual((await readings())[0], ['glock', 'glock/g17', QUUX])
  })

  test('readings by older tables are read again, and texts that never were queued are queued', async () => {
    const before = await derived()
    await run(async ({ client }: Context) => {
      const own = `(SELECT r.id FROM record r JOIN source s ON s.id = r.source_id WHERE s.name = 'register')`
      const older = `tables = 1, item = jsonb_set(item, '{tables}', '1')`
      await client.query(`UPDATE reading SET ${older} WHERE record_id IN ${own}`)
      await client.query(`DELETE FROM unread_text WHERE field = 'model'`)
    })
    const { records, changed } = await renew()
    assert.deepEqual([records, changed], [RECORDS, 0])
    assert.deepEqual(await derived(), before)
  })

  test('a record of which no version stands any more is not read', async () => {
    await decide({ said: 'none' })
    await run(async ({ client }: Context) => {
      await client.query(`UPDATE record SET version = NULL WHERE source_key = '7'`)
      const gone = `(SELECT id FROM record WHERE source_key = '7')`
      for (const table of ['posting', 'unread_text', 'reading'])
        await client.query(`DELETE FROM ${table} WHERE record_id IN ${gone}`)
    })
    assert.equal((await renew()).records, RECORDS - 1)
  })

  test('what is imported while it runs is never overwritten by what was read before', async () => {
    await decide({ code: 'glock' })
    let renewing: Promise<unknown> = Promise.resolve()
    await database.as(await database.installer(), async (context) => {
      const content = bytesOf(`id,serial,make,model,calibre\n${rowsOf(0, RECORDS, 'Taurus')}\n`)
      await importFile(withinTransaction(context), { source: 'register', file: 'rows.csv', content })
      renewing = renew()
      await somebodyWaits()
    })
    await renewing
    const { rows } = await stored.query(
      `SELECT count(*)::int AS n FROM reading g JOIN record r ON r.id = g.record_id WHERE g.version <> r.version`,
    )
    assert.equal(rows[0].n, 0)
    assert.deepEqual((await readings())[0], ['taurus', null, RECORDS])
  })

  test('is for the steward of the agency', async () => {
    await assert.rejects(renew({ agency: 'Customs of XA' }), { code: 'not_your_agency' })
    const analyst: Run = async (work) =>
      database.as({ ...(await database.reader(people.police)), roles: ['analyst'] }, work)
    await assert.rejects(renew({}, analyst), { code: 'role_needed' })
    await assert.rejects(renew({ preview: true }, analyst), { code: 'role_needed' })
  })
})
