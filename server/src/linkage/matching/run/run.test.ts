import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { CHECKS } from '../../../store/doctor.ts'
import { inTransaction } from '../../../store/transaction.ts'
import { matchAll } from '../../../testing/matching.ts'
import { importText, sourceWith, twoAgencies } from '../../../testing/nation.ts'
import { testDatabase } from '../../../testing/test-database.ts'
import { reportRun } from '../../commands/report-run.ts'
import { nextWaiting, waitingRecords } from '../waiting-line.ts'
import { currentRun, openRun, settleRun, stopRun } from './open-run.ts'
import { takePartition } from './partitions.ts'
import { type WorkOptions, workOnRun } from './work-on-run.ts'

const HEAD = 'id,serial,make,model,calibre,type\n'
const LETTERS = 'ACDEFHJKMNPRTUVWXY'
const MAKES = ['Taurus', 'Glock', 'Rossi', 'Beretta']

const serial = (at: number) => `${LETTERS[at % 18]}${LETTERS[(at * 7) % 17]}${10_000 + ((at * 7_919) % 89_999)}`
const row = (key: string, number: string, at: number) => `${key},${number},${MAKES[at % 4]},,9x19mm,pistol\n`
const entries = Array.from({ length: 240 }, (_, at) => row(`L${at}`, serial(at), at)).join('')

/** As it is, a look-alike, an edit, lost characters, a lost prefix. */
function worn(at: number): string {
  const whole = serial(at)
  const edited = `${whole.slice(0, 3)}${(Number(whole[3]) + 3) % 10}${whole.slice(4)}`
  return [whole, whole.replace('0', 'O'), edited, `${whole.slice(0, 4)}?${whole.slice(5)}`, whole.slice(2)][at % 5]!
}
const seized = Array.from({ length: 80 }, (_, at) => row(`S${at}`, worn(3 * at), 3 * at)).join('')

const database = await testDatabase()
const people = await twoAgencies(database)
const pool = database.pool('match')
await sourceWith(
  database,
  { name: 'register', kind: 'register', agency: 'Police of XA', visibility: 'open' },
  HEAD + entries,
)
await sourceWith(
  database,
  { name: 'seizures', kind: 'seizure', agency: 'Customs of XA', visibility: 'open' },
  HEAD + seized,
)

/** What was last measured of each pair, by the keys of both. */
async function evidence(like = '%'): Promise<string[]> {
  const { rows } = await database.pool('backup').query<{ pair: string }>(
    `SELECT DISTINCT ON (a.source_key, b.source_key)
       concat_ws(' ', a.source_key, b.source_key, e.relation, round(e.bits::numeric, 6), e.evidence) AS pair
     FROM pair_evidence e JOIN record a ON a.id = e.record_id JOIN record b ON b.id = e.other_id
     WHERE a.source_key LIKE $1 AND b.source_key LIKE $1
     ORDER BY a.source_key, b.source_key, e.number DESC`,
    [like],
  )
  return rows.map(({ pair }) => pair)
}

/** Forgets what was measured and every run, as no process can. */
async function forget(): Promise<void> {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query('TRUNCATE pair_evidence, match_run, match_partition, match_run_tally, match_queue, match_again')
  await owner.end()
}

async function runWhole(options: Partial<WorkOptions> = {}, inPartition = 70, processes = 1) {
  const { id } = await openRun(pool, inPartition)
  const work = () => workOnRun(pool, id, { threads: 1, ...options })
  return Promise.all(Array.from({ length: processes }, work))
}

let whole: readonly string[] = []

const report = async (account: string) => database.as(await database.reader(account), reportRun)

test('a run finds what records that come in one by one find, and takes from the waiting line what waited for it', async () => {
  await matchAll(database)
  const one = await evidence()
  await forget()
  await importText(database, 'seizures', `${HEAD}S900,QQQ11223,Taurus,,9mm,pistol\n`)
  assert.ok((await inTransaction(pool, waitingRecords)) > 0)
  await runWhole()
  assert.equal(await inTransaction(pool, waitingRecords), 0)
  const whole = new Set(await evidence())
  assert.deepEqual(
    one.filter((pair) => !whole.has(pair)),
    [],
  )
  for (const { check, query } of CHECKS)
    assert.equal(Number((await database.pool('backup').query<{ wrong: string }>(query)).rows[0]?.wrong), 0, check)
})

test('processes, threads and partitions change nothing of what is found, and a second run writes nothing', async () => {
  const [found, counted] = [await evidence(), await report(people.police)]
  assert.ok(found.length >= 160)
  assert.equal(counted.figures?.records, 321)
  await forget()
  const worked = await runWhole({}, 23, 2)
  assert.deepEqual(
    worked.map(({ run }) => run),
    ['over', 'over'],
  )
  assert.equal(
    worked.reduce((sum, { partitions }) => sum + partitions, 0),
    Math.ceil(321 / 23),
  )
  assert.deepEqual(await evidence(), found)
  assert.deepEqual(await report(people.police), counted)
  await runWhole({ threads: 2 }, 200)
  const { figures } = await report(people.police)
  assert.deepEqual(figures, { ...counted.figures, written: 0 })
})

test('what a process held that is gone is taken over when its lease has run out', async () => {
  await forget()
  const { id } = await openRun(pool, 70)
  const gone = await takePartition(pool, { run: id, holder: '00000000-0000-4000-8000-000000000001', lease: 300 })
  assert.equal(gone?.number, 0)
  const { run, partitions } = await workOnRun(pool, id, { threads: 1 })
  assert.equal(run, 'over')
  assert.equal(partitions, Math.ceil(321 / 70))
})

test('a run that is stopped or left keeps what is done, does the work of the line no more, and is gone on with', async () => {
  await forget()
  await importText(database, 'seizures', `${HEAD}S901,QQQ11224,Taurus,,9mm,pistol\n`)
  const { id } = await openRun(pool, 40)
  assert.equal(await inTransaction(pool, nextWaiting), null, 'the run does the work of what waits')
  const leaving = new AbortController()
  const left = await workOnRun(pool, id, { threads: 1, signal: leaving.signal, onProgress: () => leaving.abort() })
  assert.equal(left.run, 'left')
  assert.ok(left.partitions > 0 && left.partitions < 9)
  const stopped = await workOnRun(pool, id, { threads: 1, lease: 150, onProgress: () => void stopRun(pool) })
  assert.equal(stopped.run, 'stopped')
  assert.equal(await currentRun(pool), null)
  assert.equal(await settleRun(pool, id), 'stopped')
  assert.notEqual(await inTransaction(pool, nextWaiting), null)
  assert.deepEqual(await openRun(pool), { id, begun: false })
  const rest = await workOnRun(pool, id, { threads: 1 })
  assert.equal(rest.run, 'over')
  assert.equal(left.partitions + stopped.partitions + rest.partitions, Math.ceil(322 / 40))
  whole = await evidence()
})

test('records that a reader may not see change nothing of the pairs and counts that he sees', async () => {
  await forget()
  await runWhole()
  const [shown, counted] = [await evidence(), await report(people.police)]
  assert.deepEqual(whole, shown, 'a run that was left and stopped found the same')
  const hidden = Array.from({ length: 200 }, (_, at) => row(`H${at}`, at < 60 ? serial(0) : serial(at), at)).join('')
  const customs = { agency: 'Customs of XA', visibility: 'silent', handling: 'H3' } as const
  await sourceWith(database, { name: 'covert', kind: 'seizure', ...customs }, HEAD + hidden)
  await forget()
  await runWhole({}, 50)
  const keys = (pair: string) => pair.split(' ').slice(0, 2)
  const all = await evidence()
  assert.deepEqual(
    all.filter((pair) => keys(pair).every((key) => !key.startsWith('H'))),
    shown,
  )
  assert.ok(all.length > shown.length)
  assert.deepEqual(await report(people.police), counted)
  assert.ok((await report(people.customs)).figures!.records > counted.figures!.records)
})

test('what is odd about sources is told of those that the reader may see, with what their numbers are', async () => {
  const many = Array.from({ length: 25 }, (_, at) => row(`C${at}`, '12345', 0)).join('')
  const years = Array.from({ length: 30 }, (_, at) => row(`Y${at}`, String(1990 + at), 0)).join('')
  const police = { agency: 'Police of XA', visibility: 'silent', handling: 'H3' } as const
  await sourceWith(database, { name: 'again', kind: 'register', agency: 'Police of XA' }, HEAD + entries)
  await sourceWith(database, { name: 'years', kind: 'seizure', ...police }, HEAD + many + years)
  const { odd } = await report(people.police)
  const of = (wanted: string) => odd.filter((each) => each.odd === wanted)
  assert.deepEqual(of('common-serial'), [{ odd: 'common-serial', source: 'years', serial: '12345', records: 25 }])
  assert.deepEqual(of('listed-twice'), [{ odd: 'listed-twice', source: 'again', other: 'register', records: 240 }])
  assert.deepEqual(of('years'), [{ odd: 'years', source: 'years', records: 30 }])
  assert.ok(
    of('nothing-stated').some((each) => each.source === 'register' && 'field' in each && each.field === 'model'),
  )
  assert.ok((await report(people.customs)).odd.every(({ source }) => source !== 'years'))
})
