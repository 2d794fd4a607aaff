import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { ProofmarkError } from '@proofmark/contract/errors'
import { addAccount } from '../../access/commands/add-account.ts'
import { find } from '../../linkage/commands/find.ts'
import { installersPlace, sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { judgeWholeImport } from '../runs/judge-import.ts'
import { type Entered, type EntryInput, enterRecord } from './enter-record.ts'

const database = await testDatabase()
const people = await twoAgencies(database)
const stored = database.pool('backup')
await sourceWith(database, { name: 'Seizures', kind: 'seizure', agency: 'Police of XA' }, 'id,serial\n')

const newEntry = (serial: string): EntryInput => ({
  source: 'Seizures',
  entry: randomUUID(),
  kind: 'firearm',
  event: 'seizure',
  stated: {
    ref: '12/2026',
    date: '2025-02',
    place: 'Harbour',
    reason: 'illicit possession',
    type: 'pistol',
    make: 'tauros',
    calibre: '9mm',
    serial,
  },
  notKnown: { model: 'not_examined' },
  persons: [{ field: 'found on', role: 'possessor', value: 'A. Person' }],
})

const enter = async (input: EntryInput, account = people.police): Promise<Entered> =>
  database.as(await database.reader(account), (context) => enterRecord(context, input))
const refused = (input: EntryInput, account?: string) =>
  enter(input, account).then(
    () => 'entered',
    (failure: unknown) => (failure instanceof ProofmarkError ? failure.code : failure),
  )
const corrected = (input: EntryInput, corrects: string, make = 'Glock'): EntryInput => ({
  ...input,
  corrects,
  stated: { ...input.stated, make },
})

const versionsOf = async (record: string) =>
  (
    await stored.query<{
      version: string
      stands: boolean
      make: string
      stated: object
      raw: object
      unknown: object
    }>(
      `SELECT v.version, v.version = r.version AS stands, v.stated->>'make' AS make, v.stated, v.raw,
         v.not_known AS unknown
       FROM record r JOIN record_version v ON v.record_id = r.id WHERE r.id = $1 ORDER BY v.version`,
      [record],
    )
  ).rows
const importsOf = async (version: string) =>
  (
    await stored.query<Record<string, unknown>>(
      `SELECT door, state, rows, accepted, changed, finished_at IS NOT NULL AS finished FROM import_run WHERE id = $1`,
      [version],
    )
  ).rows[0]
const count = async (from: string) =>
  Number((await stored.query<{ n: string }>(`SELECT count(*) AS n FROM ${from}`)).rows[0]!.n)
const tally = async () =>
  Number((await stored.query<{ n: string }>('SELECT sum(records) AS n FROM class_tally')).rows[0]!.n)

test('an entry is read, found by its serial, and is an import of one row', async () => {
  const before = await tally()
  const entered = await enter(newEntry('TST20001'))
  assert.deepEqual([entered.change, entered.stands, entered.missing], ['entered', true, ['photographs']])
  assert.equal(entered.item.make.code, 'taurus')
  assert.deepEqual(await importsOf(entered.version), {
    door: 'hand',
    state: 'done',
    rows: '1',
    accepted: '1',
    changed: '0',
    finished: true,
  })
  const found = await database.as(await database.reader(people.police), (context) =>
    find(context, { serial: 'TST20001' }, 10),
  )
  assert.deepEqual(
    found.candidates.map(({ record }) => record),
    [entered.record],
  )
  assert.equal(await tally(), before + 1)
})

test('what is not known is kept with why, and apart from what is stated', async () => {
  const { record } = await enter(newEntry('TST20002'))
  const [version] = await versionsOf(record)
  assert.deepEqual(version?.unknown, { model: 'not_examined' })
  assert.ok(!('model' in version!.stated))
})

test('persons stand in the table of persons alone', async () => {
  const { record } = await enter(newEntry('TST20003'))
  const [version] = await versionsOf(record)
  assert.ok(!JSON.stringify([version?.stated, version?.raw]).includes('Person'))
  const { rows } = await stored.query('SELECT field, role, value FROM record_person WHERE record_id = $1', [record])
  assert.deepEqual(rows, [{ field: 'found on', role: 'possessor', value: 'A. Person' }])
})

test('a correction that says nothing of persons keeps them, and one that names nobody does not', async () => {
  const { persons, ...entry } = newEntry('TST20018')
  const first = await enter({ ...entry, persons })
  const second = await enter(corrected(entry, first.version))
  assert.equal((await enter(corrected(entry, first.version))).version, second.version)
  const third = await enter({ ...corrected(entry, second.version), persons: [] })
  const { rows } = await stored.query<{ version: string }>(
    'SELECT version FROM record_person WHERE record_id = $1 ORDER BY version',
    [first.record],
  )
  assert.deepEqual(
    rows.map(({ version }) => version),
    [first.version, second.version],
  )
  assert.equal(third.change, 'corrected')
})

test('the same entry again answers the same record and changes nothing', async () => {
  const entry = newEntry('TST20004')
  const first = await enter(entry)
  const before = [await count('import_run'), await count('record_version'), await tally()]
  assert.deepEqual(await enter(entry), { ...first, change: 'unchanged' })
  assert.deepEqual([await count('import_run'), await count('record_version'), await tally()], before)
})

test('the same identifier with other content is refused, also where only the reason for not knowing differs', async () => {
  const entry = newEntry('TST20005')
  await enter(entry)
  assert.equal(await refused({ ...entry, stated: { ...entry.stated, serial: 'TST29999' } }), 'entry_id_used')
  assert.equal(await refused({ ...entry, notKnown: { model: 'not_told' } }), 'entry_id_used')
})

test('two who send one entry at once make one record', async () => {
  const entry = newEntry('TST20006')
  const both = await Promise.all([enter(entry), enter(entry)])
  assert.deepEqual(both.map(({ change }) => change).sort(), ['entered', 'unchanged'])
  assert.equal(both[0].version, both[1].version)
  assert.equal((await versionsOf(both[0].record)).length, 1)
})

test('a correction is a new version, and the old one stays', async () => {
  const entry = newEntry('TST20007')
  const first = await enter(entry)
  const before = await tally()
  const second = await enter(corrected(entry, first.version))
  assert.deepEqual([second.record, second.change, second.item.make.code], [first.record, 'corrected', 'glock'])
  assert.deepEqual(
    (await versionsOf(first.record)).map(({ version, make, stands }) => [version, make, stands]),
    [
      [first.version, 'tauros', false],
      [second.version, 'Glock', true],
    ],
  )
  assert.deepEqual((await importsOf(second.version))?.changed, '1')
  assert.equal(await tally(), before)
})

test('a correction of no more than why something is not known is kept', async () => {
  const entry = newEntry('TST20008')
  const first = await enter(entry)
  await enter({ ...entry, notKnown: { model: 'illegible' }, corrects: first.version })
  assert.deepEqual(
    (await versionsOf(first.record)).map(({ unknown }) => unknown),
    [{ model: 'not_examined' }, { model: 'illegible' }],
  )
})

test('a correction of a version that does not stand is refused, one that is sent again is not', async () => {
  const entry = newEntry('TST20009')
  const first = await enter(entry)
  const second = await enter(corrected(entry, first.version))
  assert.equal(await refused(corrected(entry, first.version, 'Beretta')), 'entry_outdated')
  assert.deepEqual(await enter(corrected(entry, first.version)), { ...second, change: 'unchanged' })
  assert.equal(await refused(corrected(newEntry('TST20010'), '1')), 'entry_outdated')
})

test('of two corrections at once one goes in and the other is told', async () => {
  const entry = newEntry('TST20011')
  const { version } = await enter(entry)
  const outcomes = await Promise.all([
    refused(corrected(entry, version, 'Beretta')),
    refused(corrected(entry, version, 'Walther')),
  ])
  assert.deepEqual(outcomes.sort(), ['entered', 'entry_outdated'])
})

test('a correction may go back to what was said first, and the first entry sent late changes nothing', async () => {
  const entry = newEntry('TST20012')
  const first = await enter(entry)
  const second = await enter(corrected(entry, first.version))
  assert.deepEqual(await enter(entry), { ...first, change: 'unchanged', stands: false })
  const third = await enter({ ...entry, corrects: second.version })
  assert.deepEqual([third.change, third.stands], ['corrected', true])
  assert.notEqual(third.version, first.version)
})

test('an entry is taken back like any import, and the one before stands again', async () => {
  const entry = newEntry('TST20013')
  const first = await enter(entry)
  const second = await enter(corrected(entry, first.version))
  const place = installersPlace(database)
  const takeBack = (id: string) => judgeWholeImport(place, { import: id, verdict: 'taken_back' })
  await takeBack(second.version)
  assert.deepEqual(
    (await versionsOf(first.record)).map(({ stands }) => stands),
    [true, false],
  )
  await takeBack(first.version)
  assert.equal((await enter(entry)).stands, false)
  assert.equal(await refused({ ...entry, stated: { ...entry.stated, serial: 'TST28888' } }), 'entry_id_used')
})

test('what the minimum data set asks for must be said, and what is no date is refused', async () => {
  const entry = newEntry('TST20014')
  assert.equal(await refused({ ...entry, notKnown: {} }), 'entry_incomplete')
  assert.equal(await refused({ ...entry, notKnown: { model: 'not_told', make: 'not_told' } }), 'entry_contradicts')
  assert.equal(await refused({ ...entry, stated: { ...entry.stated, date: '2025-02-30' } }), 'entry_unreadable')
  assert.equal(await count(`record WHERE source_key = '${entry.entry}'`), 0)
})

test('somebody who only analyses cannot enter', async () => {
  const analyst = await database.as(await database.installer(), (context) =>
    addAccount(context, { name: 'analyst of the police', agency: 'Police of XA', roles: ['analyst'] }),
  )
  assert.equal(await refused(newEntry('TST20019'), analyst), 'role_needed')
})

test('another agency can neither enter into the source nor learn that it exists', async () => {
  assert.equal(await refused(newEntry('TST20015'), people.customs), 'source_unknown')
  await sourceWith(database, { name: 'Stolen', kind: 'loss-theft', agency: 'Police of XA' }, 'id,serial\n')
  assert.equal(await refused({ ...newEntry('TST20016'), source: 'Stolen' }, people.customs), 'not_your_agency')
})

test('the log says who entered which record, and no word of what it says', async () => {
  const entry = newEntry('TST20017')
  const { record, version } = await enter(entry)
  await enter(entry)
  const { rows } = await stored.query<{ actor: string; body: unknown }>(
    `SELECT actor, body FROM audit_entry WHERE action = 'record.entered' AND $1 = ANY (subjects)`,
    [record],
  )
  assert.deepEqual(rows, [{ actor: people.police, body: { import: version } }])
})
