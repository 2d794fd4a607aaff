import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { addAgency } from '../../../access/commands/add-agency.ts'
import { AGENCIES } from '../../../demonstration/agencies.ts'
import { makeNation } from '../../../demonstration/nation.ts'
import { ensureSource, takeIn } from '../../../demonstration/take-in.ts'
import { awaitAll, matchAll } from '../../../testing/matching.ts'
import { installersPlace, sourceWith, twoAgencies } from '../../../testing/nation.ts'
import { type TestDatabase, testDatabase } from '../../../testing/test-database.ts'
import { openRun, settleRun } from './open-run.ts'
import { workOnRun } from './work-on-run.ts'

interface Pair {
  readonly one: string
  readonly other: string
  readonly vis: number
  readonly bits: number
}

async function pairsOf(database: TestDatabase): Promise<Map<string, Pair>> {
  const { rows } = await database.pool('backup').query<Pair>(
    `SELECT DISTINCT ON (record_id, other_id) record_id AS one, other_id AS other, other_vis AS vis, bits
     FROM pair_evidence ORDER BY record_id, other_id, number DESC`,
  )
  return new Map(rows.map((row) => [`${row.one} ${row.other}`, row]))
}

async function forget(database: TestDatabase): Promise<void> {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query('TRUNCATE pair_evidence, match_run, match_partition, match_run_tally, match_queue, match_again')
  await owner.end()
}

test('of the demonstration nation a run keeps what the waiting line keeps, whoever is killed meanwhile', async (context) => {
  const database = await testDatabase()
  const pool = database.pool('match')
  const nation = makeNation()
  await database.as(await database.installer(), async (context) => {
    for (const agency of AGENCIES) await addAgency(context, agency)
    for (const source of nation) await ensureSource(context, source)
  })
  for (const source of nation)
    for (const rows of [source.rows, source.storyRows])
      if (rows.length > 0) await takeIn(installersPlace(database), source, rows)
  await forget(database)
  await awaitAll(database)
  await matchAll(database)
  const line = await pairsOf(database)
  await forget(database)
  const { id } = await openRun(pool)
  await workOnRun(pool, id, { threads: 2 })
  const whole = await pairsOf(database)

  // What is missed is the weakest of more than twenty in its class, or hardly worth keeping.
  await context.test('all that is best in its class, and nearly all beside it', () => {
    const byRecordAndClass = Map.groupBy(line.values(), ({ one, vis }) => `${one} ${vis}`)
    const best = [...byRecordAndClass.values()].map((pairs) => pairs.reduce((a, b) => (b.bits > a.bits ? b : a)))
    const missed = best.filter(({ one, other, bits }) => bits >= 20 && !whole.has(`${one} ${other}`))
    assert.ok(missed.length <= best.length / 500, `${missed.length} of ${best.length}`)
    const missing = [...line.keys()].filter((pair) => !whole.has(pair))
    assert.ok(missing.length <= line.size / 100, `${missing.length} of ${line.size}`)
  })

  await context.test('a process that is killed loses nothing, and another ends the run', async () => {
    await forget(database)
    const { id } = await openRun(pool, 500)
    const file = fileURLToPath(new URL('./worker.fixture.ts', import.meta.url))
    const work = () =>
      spawn(process.execPath, [file, database.url('match'), '2000'], { stdio: ['ignore', 'pipe', 'inherit'] })
    const killed = work()
    await once(killed.stdout, 'data')
    killed.kill('SIGKILL')
    await once(killed, 'exit')
    assert.equal(await settleRun(pool, id), 'open')
    const others = [work(), work()]
    for (const other of others) other.stdout.resume()
    await Promise.all(others.map((other) => once(other, 'exit')))
    assert.equal(await settleRun(pool, id), 'over')
    assert.deepEqual(await pairsOf(database), whole)
  })
})

test('a number on fifty thousand records ends with few pairs and bounded memory', async () => {
  const database = await testDatabase()
  await twoAgencies(database)
  const rows = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${prefix}${at},12345,${at % 3 ? 'Taurus' : 'Glock'},9mm,pistol\n`).join(
      '',
    )
  const head = 'id,serial,make,calibre,type\n'
  await sourceWith(database, { name: 'many', kind: 'register', agency: 'Police of XA' }, head + rows('M', 40_000))
  await sourceWith(database, { name: 'seized', kind: 'seizure', agency: 'Customs of XA' }, head + rows('S', 10_000))
  const { id } = await openRun(database.pool('match'))
  await workOnRun(database.pool('match'), id, { threads: 2 })
  assert.ok((await pairsOf(database)).size < 1_000)
  const { rows: tally } = await database
    .pool('backup')
    .query<{ bounded: string }>('SELECT sum(bounded) AS bounded FROM match_run_tally')
  assert.ok(Number(tally[0]?.bounded) >= 50_000)
  assert.ok(process.memoryUsage().rss < 1_500e6, `${process.memoryUsage().rss} bytes`)
})
