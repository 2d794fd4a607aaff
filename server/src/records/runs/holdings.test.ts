import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSerial } from '@proofmark/domain/serial'
import { markKeys } from '@proofmark/matching/keys'
import { importText, sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'

const database = await testDatabase()
await twoAgencies(database)
const stored = database.pool('backup')
let sources = 0
const newSource = (kind: 'register' | 'seizure' | 'import-licence' = 'register') =>
  ({ name: `source ${++sources}`, kind, agency: 'Police of XA' }) as const

interface Event {
  readonly event: string
  readonly succession: number
  readonly holder: string | null
  readonly versions: number
  readonly serial: string
  readonly from: string | null
  readonly to: string | null
}

/** The standing records under one key, in the order of the holders. */
async function eventsOf(source: string, key: string): Promise<Event[]> {
  const { rows } = await stored.query<Event>(
    `SELECT v.event, r.succession, p.value AS holder, v.stated->>'serial' AS serial, v.date_from AS from, v.date_to AS to,
       (SELECT count(*)::int FROM record_version w WHERE w.record_id = r.id) AS versions
     FROM record r JOIN source s ON s.id = r.source_id
     JOIN record_version v ON v.record_id = r.id AND v.version = r.version
     LEFT JOIN record_person p ON p.record_id = r.id AND p.version = r.version AND p.role = 'holder'
     WHERE s.name = $1 AND r.source_key = $2 ORDER BY r.succession`,
    [source, key],
  )
  return rows
}

const told = (events: readonly Event[]) => events.map(({ event, holder, versions }) => [event, holder, versions])
const row = (holder: string, date = '2019-04-02', serial = 'TST1') =>
  `id,serial,make,date,holder\n1,${serial},Taurus,${date},${holder}\n`

test('a changed holder is a transfer, and the holding before it stays as it was', async () => {
  const source = newSource()
  await sourceWith(database, source, row('A. Person'))
  const second = await importText(database, source.name, row('B. Person', '2022-06-01'))
  assert.equal(second.changed, 1)
  const events = await eventsOf(source.name, '1')
  assert.deepEqual(told(events), [
    ['registration', 'A. Person', 1],
    ['transfer', 'B. Person', 1],
  ])
  assert.deepEqual([events[1]?.from, events[1]?.to], ['2022-06-01', '2022-06-01'])
  assert.equal((await importText(database, source.name, row('B. Person', '2022-06-01'))).unchanged, 1)
  assert.equal((await eventsOf(source.name, '1')).length, 2)
})

test('a firearm that comes back to its first holder has three holdings', async () => {
  const source = newSource()
  await sourceWith(database, source, row('A. Person'))
  await importText(database, source.name, row('B. Person', '2022-06-01'))
  await importText(database, source.name, row('A. Person', '2023-06-01'))
  assert.deepEqual(
    (await eventsOf(source.name, '1')).map(({ holder }) => holder),
    ['A. Person', 'B. Person', 'A. Person'],
  )
})

test('where the register does not say when, the transfer lies between the day of the former holding and today', async () => {
  const source = newSource()
  await sourceWith(database, source, row('A. Person'))
  await importText(database, source.name, row('B. Person'))
  const today = new Date().toISOString().slice(0, 10)
  const [first, second] = await eventsOf(source.name, '1')
  assert.deepEqual([first?.from, first?.to], ['2019-04-02', '2019-04-02'])
  assert.deepEqual([second?.event, second?.from, second?.to], ['transfer', '2019-04-02', today])
  // A correction of the same holding keeps its day and its event.
  await importText(database, source.name, row('B. Person', '2019-04-02', 'TST2'))
  const corrected = (await eventsOf(source.name, '1'))[1]
  assert.deepEqual([corrected?.event, corrected?.versions, corrected?.serial], ['transfer', 2, 'TST2'])
  assert.deepEqual([corrected?.from, corrected?.to], ['2019-04-02', today])
})

test('an older extract of the register changes nothing', async () => {
  const source = newSource()
  await sourceWith(database, source, row('A. Person'))
  await importText(database, source.name, row('B. Person', '2022-06-01'))
  assert.equal((await importText(database, source.name, row('A. Person'))).unchanged, 1)
  assert.equal((await eventsOf(source.name, '1')).length, 2)
})

test('a holder written in another case is the same, and a holder left out is no change', async () => {
  const source = newSource()
  await sourceWith(database, source, row('Ana  Peréz'))
  await importText(database, source.name, row('ANA PEREZ'))
  await importText(database, source.name, row(''))
  await importText(database, source.name, row('Ana  Peréz', '2019-04-02', 'TST9'))
  assert.equal((await eventsOf(source.name, '1')).length, 1)
})

test('whom a firearm was seized from may be corrected: that is no transfer', async () => {
  const source = newSource('seizure')
  await sourceWith(database, source, row('A. Person'))
  await importText(database, source.name, row('B. Person'))
  assert.deepEqual(told(await eventsOf(source.name, '1')), [['seizure', 'B. Person', 2]])
})

test('a number that identifies a person decides, whatever the name', async () => {
  const source = newSource()
  const profile = {
    profile: 1 as const,
    key: 'id',
    fields: { serial: 'serial' },
    persons: { name: 'holder' as const, card: { role: 'holder' as const, identifies: true } },
  }
  const text = (name: string, card: string) => `id,serial,name,card\n1,TST1,${name},${card}\n`
  await sourceWith(database, source, text('Ana Silva', 'X1'), profile)
  await importText(database, source.name, text('Ana Pereira', 'X1'))
  assert.equal(
    (
      await stored.query(
        `SELECT FROM record WHERE source_key = '1' AND first_id IS NOT NULL AND source_id = (SELECT id FROM source WHERE name = $1)`,
        [source.name],
      )
    ).rowCount,
    0,
  )
  await importText(database, source.name, text('Ana Pereira', 'X2'))
  assert.equal(
    (
      await stored.query(
        `SELECT FROM record WHERE source_key = '1' AND first_id IS NOT NULL AND source_id = (SELECT id FROM source WHERE name = $1)`,
        [source.name],
      )
    ).rowCount,
    1,
  )
})

test('a column that a file does not have says nothing: what stands there stays', async () => {
  const source = newSource()
  await sourceWith(database, source, 'id,serial,make,calibre,holder\n1,TST1,Taurus,380,A. Person\n')
  assert.equal((await importText(database, source.name, 'id,serial\n1,TST1\n')).unchanged, 1)
  assert.equal((await importText(database, source.name, 'id,serial\n1,TST2\n')).changed, 1)
  const { rows } = await stored.query(
    `SELECT v.stated, g.make, g.calibre, p.value AS holder
     FROM record r JOIN source s ON s.id = r.source_id JOIN record_version v ON v.record_id = r.id AND v.version = r.version
     JOIN reading g ON g.record_id = r.id LEFT JOIN record_person p ON p.record_id = r.id AND p.version = r.version
     WHERE s.name = $1`,
    [source.name],
  )
  assert.equal(rows.length, 1)
  assert.deepEqual(rows[0].stated, { serial: 'TST2', make: 'Taurus', calibre: '380' })
  assert.equal(rows[0].holder, 'A. Person')
  assert.ok(rows[0].make !== null && rows[0].calibre !== null)
  // A blank cell does say something: that the source states it no more.
  await importText(database, source.name, 'id,serial,calibre\n1,TST2,\n')
  const blanked = await stored.query(
    `SELECT v.stated FROM record r JOIN source s ON s.id = r.source_id
     JOIN record_version v ON v.record_id = r.id AND v.version = r.version WHERE s.name = $1`,
    [source.name],
  )
  assert.deepEqual(blanked.rows[0].stated, { serial: 'TST2', make: 'Taurus' })
})

test('a licence carries a quantity, is found under no serial where it is for many, and never for none', async () => {
  const source = newSource('import-licence')
  const text =
    'id,serial,make,quantity,until\n1,TST100,Taurus,200,2025-06\n2,TST101,Taurus,1,2025\n3,,Taurus,0,\n4,,Taurus,many,\n5,,Taurus,,\n'
  const { rejects, ...outcome } = await sourceWith(database, source, text)
  assert.deepEqual([outcome.accepted, outcome.rejected], [3, 2])
  assert.deepEqual(
    rejects.map(({ row: at, field, value, reason }) => [at, field, value, reason.id]),
    [
      [4, 'quantity', '0', 'reject.quantity'],
      [5, 'quantity', 'many', 'reject.quantity'],
    ],
  )
  const { rows } = await stored.query(
    `SELECT r.source_key AS key, v.row_kind AS kind, v.quantity, v.until_to AS until,
       EXISTS (SELECT FROM posting p WHERE p.record_id = r.id AND p.key = ANY ($2)) AS posted
     FROM record r JOIN source s ON s.id = r.source_id JOIN record_version v ON v.record_id = r.id
     WHERE s.name = $1 ORDER BY 1`,
    [source.name, ['TST100', 'TST101'].flatMap((serial) => markKeys(readSerial(serial)))],
  )
  assert.deepEqual(
    rows.map(({ key, kind, quantity, until, posted }) => [key, kind, quantity, until, posted]),
    [
      ['1', 'consignment', '200', '2025-06-30', false],
      ['2', 'consignment', '1', '2025-12-31', true],
      ['5', 'consignment', null, null, false],
    ],
  )
})

test('several firearms in a row are a record each, under the row’s key and their place', async () => {
  const source = newSource('seizure')
  const profile = {
    profile: 1 as const,
    key: 'report',
    fields: { date: 'day' },
    items: [
      { serial: 'serial 1', make: 'make 1' },
      { serial: 'serial 2', make: 'make 2' },
    ],
  }
  const text =
    'report,day,serial 1,make 1,serial 2,make 2\n7,2023-01-02,TST1,Taurus,TST2,Glock\n8,2023-01-03,TST3,Rossi,,\n'
  const first = await sourceWith(database, source, text, profile)
  assert.deepEqual([first.rows, first.accepted], [2, 2])
  const keys = async () =>
    (
      await stored.query<{ key: string }>(
        `SELECT source_key AS key FROM record r JOIN source s ON s.id = r.source_id WHERE s.name = $1 ORDER BY 1`,
        [source.name],
      )
    ).rows.map(({ key }) => key)
  assert.deepEqual(await keys(), ['7/1', '7/2', '8/1'])
  assert.equal((await importText(database, source.name, text)).unchanged, 2)
  const more = await importText(database, source.name, text.replace('Rossi,,', 'Rossi,TST4,Colt'))
  assert.deepEqual([more.unchanged, more.changed], [1, 1])
  assert.deepEqual(await keys(), ['7/1', '7/2', '8/1', '8/2'])
})
