import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CHECKS } from '../../store/doctor.ts'
import { inTransaction } from '../../store/transaction.ts'
import { awaitAll, matchAll } from '../../testing/matching.ts'
import { importText, sourceWith, twoAgencies } from '../../testing/nation.ts'
import { type TestDatabase, testDatabase } from '../../testing/test-database.ts'
import { matchWaiting } from './match-waiting.ts'
import { waitingRecords } from './waiting-line.ts'

const HEAD = 'id,serial,make,model,calibre,type\n'
const REGISTER = { name: 'register', kind: 'register', agency: 'Police of XA', visibility: 'open' } as const
const SEIZURES = { name: 'seizures', kind: 'seizure', agency: 'Customs of XA' } as const
const FINDS = { name: 'finds', kind: 'find', agency: 'Police of XA' } as const

/** Entries that resemble nothing else; more than ask around by themselves. */
const others = (count: number) =>
  Array.from({ length: count }, (_, place) => `O${place},XQ${7_041 + 613 * place}V,Walther,PP,7.65mm,pistol\n`).join('')

const registered = `${HEAD}L1,TKR10483,Taurus,PT 92,9x19mm,pistol\nL2,PZB55127,Glock,17,9x19mm,pistol\n${others(60)}`
const seized = `${HEAD}S1,TKR1O483,taurus,,9mm,pistol\nS2,TK?104[8B]3,Taurus,,,pistol\nS3,PZB5512,glock,17,,pistol\nS4,HHW90771,Beretta,92,9mm,pistol\n`

interface StoredPair {
  readonly one: string
  readonly other: string
  readonly relation: string
  readonly bits: number
}

async function pairsIn(database: TestDatabase): Promise<StoredPair[]> {
  const { rows } = await database.pool('backup').query<StoredPair>(
    `SELECT DISTINCT ON (a.source_key, b.source_key) a.source_key AS one, b.source_key AS other, e.relation, e.bits
     FROM pair_evidence e JOIN record a ON a.id = e.record_id JOIN record b ON b.id = e.other_id
     ORDER BY a.source_key, b.source_key, e.number DESC`,
  )
  return rows
}
const named = (pairs: readonly StoredPair[]) =>
  pairs.filter(({ bits }) => bits > 10).map(({ one, other }) => `${one} ${other}`)

async function nation() {
  const database = await testDatabase()
  await twoAgencies(database)
  return database
}

async function assertHealthy(database: TestDatabase): Promise<void> {
  for (const { check, query } of CHECKS) {
    const { rows } = await database.pool('backup').query<{ wrong: string }>(query)
    assert.equal(Number(rows[0]?.wrong), 0, check)
  }
}

test('what an import brings is matched with what is there, however damaged its marks are', async () => {
  const database = await nation()
  await sourceWith(database, REGISTER, registered)
  await sourceWith(database, SEIZURES, seized)
  const { records } = await matchAll(database)
  assert.ok(records >= 66)
  const found = named(await pairsIn(database))
  for (const pair of ['S1 L1', 'L1 S1', 'S2 L1', 'S3 L2', 'S1 S2', 'S2 S1']) assert.ok(found.includes(pair), pair)
  assert.ok(!found.some((pair) => pair.includes('S4')))
  await assertHealthy(database)
})

test('it does not matter which came first: a register that arrives later is asked by what waited for it', async () => {
  const [early, late] = [await nation(), await nation()]
  await sourceWith(early, REGISTER, registered)
  await sourceWith(early, SEIZURES, seized)
  await matchAll(early)
  await sourceWith(late, SEIZURES, seized)
  await matchAll(late)
  assert.ok(!named(await pairsIn(late)).includes('S1 L1'))
  await sourceWith(late, REGISTER, registered)
  await matchAll(late)
  assert.deepEqual(named(await pairsIn(late)), named(await pairsIn(early)))
})

test('matching again writes only what changed, and a changed row supersedes what was measured without deleting it', async () => {
  const database = await nation()
  await sourceWith(database, REGISTER, registered)
  await sourceWith(database, SEIZURES, seized)
  await matchAll(database)
  const before = await pairsIn(database)
  await awaitAll(database)
  assert.equal((await matchAll(database)).pairs, 0)
  const count = async () =>
    Number((await database.pool('backup').query('SELECT count(*) AS n FROM pair_evidence')).rows[0].n)
  const rows = await count()
  await importText(database, 'seizures', `${HEAD}S1,GHQ66034,taurus,,9mm,pistol\n`)
  await matchAll(database)
  const after = await pairsIn(database)
  assert.ok(after.find(({ one, other }) => one === 'S1' && other === 'L1')!.bits < 0)
  assert.ok((await count()) > rows, 'nothing is deleted')
  const untouched = (pairs: readonly StoredPair[]) => pairs.filter(({ one, other }) => one !== 'S1' && other !== 'S1')
  assert.deepEqual(untouched(after), untouched(before))
})

test('a number on a slide makes a component, rounds make a lot, and neither makes one firearm', async () => {
  const database = await nation()
  await sourceWith(
    database,
    REGISTER,
    `${HEAD}L1,TKR10483,Taurus,PT 92,9x19mm,pistol\nL2,PZB55127,Taurus,PT 92,9x19mm,pistol\n`,
  )
  await sourceWith(database, SEIZURES, `${HEAD}S1,frame TKR10483 slide PZB55127,Taurus,PT 92,9mm,pistol\n`)
  await sourceWith(database, FINDS, `${HEAD}F1,LOT 4471-22,,,9mm,ammunition\nF2,LOT 4471-22,,,9mm,ammunition\n`)
  await matchAll(database)
  const relations = new Map((await pairsIn(database)).map(({ one, other, relation }) => [`${one} ${other}`, relation]))
  assert.equal(relations.get('S1 L1'), 'same')
  assert.equal(relations.get('S1 L2'), 'component')
  assert.equal(relations.get('F1 F2'), 'same-lot')
})

test('importer, place and time of two records are measured with the rest', async () => {
  const database = await nation()
  const head = 'id,serial,make,importer,date,place\n'
  await sourceWith(database, REGISTER, `${head}L1,TKR10483,Taurus,Interarms,2015-06-02,Vard\n`)
  await sourceWith(
    database,
    { ...FINDS, name: 'destroyed', kind: 'destruction' },
    `${head}D1,TKR10483,Taurus,Interarms,2012-03-05,\n`,
  )
  await sourceWith(database, SEIZURES, `${head}S1,TKR10483,Taurus,,2011-01-04,Vard\n`)
  await sourceWith(database, FINDS, `${head}F1,TKR10483,Taurus,,2011-01-05,"Vard, Norte"\n`)
  await matchAll(database)
  const { rows } = await database.pool('backup').query<{ pair: string; told: string[] }>(
    `SELECT a.source_key || ' ' || b.source_key AS pair,
       ARRAY(SELECT (l ->> 'field') || ' ' || (l ->> 'level') FROM jsonb_array_elements(e.evidence) AS l) AS told
     FROM pair_evidence e JOIN record a ON a.id = e.record_id JOIN record b ON b.id = e.other_id`,
  )
  const told = new Map(rows.map((row) => [row.pair, row.told]))
  assert.deepEqual(told.get('D1 L1'), ['serial exact', 'make same', 'importer same', 'order ended'])
  assert.deepEqual(told.get('S1 F1'), ['serial exact', 'make same', 'place same'])
})

test('what a kill interrupts waits on, and is matched by whoever comes next', async () => {
  const database = await nation()
  await sourceWith(database, REGISTER, registered)
  await sourceWith(database, SEIZURES, seized)
  const stopped = new AbortController()
  const some = await matchWaiting(database.pool('match'), { signal: stopped.signal, onProgress: () => stopped.abort() })
  assert.ok(some && some.records > 0)
  assert.ok((await inTransaction(database.pool('match'), waitingRecords)) > 0)
  await matchAll(database)
  assert.equal(await inTransaction(database.pool('match'), waitingRecords), 0)
  assert.ok(named(await pairsIn(database)).includes('S1 L1'))
})

test('one process matches at a time; another is told so', async () => {
  const database = await nation()
  await sourceWith(database, REGISTER, registered)
  const pool = database.pool('match')
  const second: unknown[] = []
  await matchWaiting(pool, { onProgress: async () => void second.push(await matchWaiting(pool)) })
  await new Promise((resolve) => setTimeout(resolve, 50))
  assert.ok(second.length > 0)
  assert.equal(second[0], null)
})

test('a number that a hundred entries share makes no thousands of pairs', async () => {
  const database = await nation()
  const rows = Array.from({ length: 120 }, (_, place) => `L${place},12345,Taurus,PT 92,9x19mm,pistol\n`).join('')
  await sourceWith(database, REGISTER, HEAD + rows)
  await sourceWith(database, SEIZURES, `${HEAD}S1,12345,Taurus,PT 92,9mm,pistol\n`)
  await matchAll(database)
  const { rows: counted } = await database.pool('backup').query('SELECT count(*) AS n FROM pair_evidence')
  assert.ok(Number(counted[0].n) <= 40, `${counted[0].n} rows`)
})
