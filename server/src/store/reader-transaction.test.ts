import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sourceWith, twoAgencies } from '../testing/nation.ts'
import { testDatabase } from '../testing/test-database.ts'
import { createPool } from './connection.ts'
import { readerTransaction } from './reader-transaction.ts'

const database = await testDatabase()
await twoAgencies(database)
const rowsOf = (prefix: string) =>
  `id,serial,make\n${Array.from({ length: 40 }, (_, n) => `${prefix}${n},TST${prefix}${1000 + n},Taurus`).join('\n')}\n`
await sourceWith(database, { name: 'seizures', kind: 'seizure', agency: 'Police of XA' }, rowsOf('P'))
await sourceWith(database, { name: 'border', kind: 'seizure', agency: 'Customs of XA' }, rowsOf('C'))
const { rows } = await database
  .pool('backup')
  .query<{ agency: string; id: number }>(
    'SELECT a.name AS agency, v.id FROM visibility v JOIN agency a ON a.id = v.agency_id',
  )
const classOf = (agency: string) => rows.find((each) => each.agency === agency)!.id
const police = classOf('Police of XA')
const customs = classOf('Customs of XA')

test('without a setting every protected row is hidden', async () => {
  const pool = database.pool('serve')
  for (const table of ['record', 'record_version', 'reading', 'posting', 'class_tally']) {
    assert.equal((await pool.query(`SELECT FROM ${table}`)).rowCount, 0, table)
  }
})

test('a reused connection, whose setting reads as empty, hides everything as well', async () => {
  const pool = createPool(database.url('serve'), 1)
  after(() => pool.end())
  const seen = await readerTransaction(
    pool,
    [police],
    async ({ client }) => (await client.query('SELECT FROM record')).rowCount,
  )
  assert.equal(seen, 40)
  assert.equal((await pool.query('SELECT FROM record')).rowCount, 0)
})

test('a reader without classes sees nothing and breaks nothing', async () => {
  const seen = await readerTransaction(
    database.pool('serve'),
    [],
    async ({ client }) => (await client.query('SELECT FROM record')).rowCount,
  )
  assert.equal(seen, 0)
})

test('a class that is no integer is refused before anything is sent', async () => {
  const crooked = ["1}'; DROP TABLE record; --" as unknown as number]
  await assert.rejects(
    readerTransaction(database.pool('serve'), crooked, async () => 1),
    TypeError,
  )
  await assert.rejects(
    readerTransaction(database.pool('serve'), [1.5], async () => 1),
    TypeError,
  )
})

test('two connections under 500 alternating and partly broken requests show no foreign row', async () => {
  const pool = createPool(database.url('serve'), 2)
  after(() => pool.end())
  let foreign = 0
  let answered = 0
  const request = async (turn: number) => {
    const [own, prefix] = turn % 2 === 0 ? [police, 'P'] : [customs, 'C']
    await readerTransaction(pool, [own], async ({ client }) => {
      if (turn % 7 === 0) throw new Error('given up')
      if (turn % 11 === 0) await client.query('SELECT 1 / 0')
      if (turn % 13 === 0) await client.query('SELECT pg_terminate_backend(pg_backend_pid())')
      const found = await client.query<{ source_key: string }>('SELECT source_key FROM record')
      if (found.rows.length !== 40 || found.rows.some((row) => !row.source_key.startsWith(prefix))) foreign++
      answered++
      if (turn % 5 === 0) await sleep(1)
    })
  }
  await Promise.allSettled(Array.from({ length: 500 }, (_, turn) => request(turn)))
  assert.equal(foreign, 0)
  assert.ok(answered > 300, `only ${answered} requests were answered`)
})

test('a row cannot be written into a class that its writer may not see', async () => {
  const write = readerTransaction(database.pool('serve'), [police], ({ client }) =>
    client.query(
      `INSERT INTO record (id, vis, source_id, source_key, version)
       SELECT gen_random_uuid(), $1, id, 'x', 1 FROM source LIMIT 1`,
      [customs],
    ),
  )
  await assert.rejects(write, { code: '42501' })
})
