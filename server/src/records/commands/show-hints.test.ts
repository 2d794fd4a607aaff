import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sayIn } from '@proofmark/contract/catalogues'
import { ProofmarkError } from '@proofmark/contract/errors'
import { LOCALES, type Locale } from '@proofmark/contract/locales'
import { entryHints } from '@proofmark/contract/schemas/entry'
import { importText, sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { presentHints } from '../present/entry.ts'
import { enterRecord } from './enter-record.ts'
import { type HintsInput, showHints } from './show-hints.ts'

const database = await testDatabase()
const people = await twoAgencies(database)
const stored = database.pool('backup')
await sourceWith(database, { name: 'Seizures', kind: 'seizure', agency: 'Police of XA' }, 'id,serial\n')
await sourceWith(
  database,
  { name: 'Customs seizures', kind: 'seizure', agency: 'Customs of XA' },
  'id,serial,make,model,calibre\n1,TST30001,Taurus,PT 92,9mm\n',
)

const asked = (stated: HintsInput['stated'], entry?: string): HintsInput => ({
  source: 'Seizures',
  entry,
  kind: 'firearm',
  event: 'seizure',
  stated,
  notKnown: {},
})
const show = async (input: HintsInput, account = people.police) =>
  database.as(await database.reader(account), (context) => showHints(context, input))
const entriesOfLog = async () =>
  Number(
    (await stored.query<{ n: string }>(`SELECT count(*) AS n FROM audit_entry WHERE action = 'record.found'`)).rows[0]!
      .n,
  )

test('hints stand beside their fields, with what is missing and what would be refused', async () => {
  const { hints, missing, problem, item } = await show(
    asked({ make: 'Glock', model: '17', calibre: '.40', type: 'revolver', country: 'AT', date: '2025-02-30' }),
  )
  assert.deepEqual(
    hints.map(({ id }) => id),
    ['importer_missing', 'calibre_not_of_model', 'type_not_of_model'],
  )
  assert.deepEqual(missing, ['ref', 'place', 'reason', 'photographs', 'serial'])
  assert.deepEqual([problem?.field, problem?.reason.id], ['date', 'reject.date_no_such_day'])
  assert.equal(item.model.code, 'glock/g17')
})

test('a hint never stands in the way of the entry', async () => {
  const stated = {
    ref: '1',
    date: '2025',
    place: 'x',
    reason: 'x',
    type: 'revolver',
    make: 'Glock',
    model: '17',
    calibre: '12',
    serial: '7777777',
  }
  assert.ok((await show(asked(stated))).hints.length >= 4)
  const entry = { ...asked(stated), entry: randomUUID(), persons: [] }
  const entered = await database.as(await database.reader(people.police), (context) => enterRecord(context, entry))
  assert.equal(entered.change, 'entered')
})

test('a twin that the reader may see is counted, and looking at it is in the log', async () => {
  await importText(
    database,
    'Seizures',
    'id,serial,make,model,calibre\n1,TST30002,tauros,,9x19\n2,TST30002,Rossi,,38\n3,TST30002,Taurus,PT 838,380\n',
  )
  const before = await entriesOfLog()
  const { twins } = await show(asked({ serial: 'tst-30002', make: 'Taurus', model: 'PT 92', calibre: '9mm' }))
  assert.equal(twins?.count, 1)
  const [{ record, ...twin } = { record: '' }] = twins?.records ?? []
  assert.match(record, /^[0-9a-f-]{36}$/)
  assert.deepEqual(twin, { source: 'Seizures', event: 'seizure', date: { from: null, to: null } })
  assert.equal(await entriesOfLog(), before + 1)
})

test('a date is told back as the days between which it lies, and not at all while it cannot be read', async () => {
  const days = async (date: string) => (await show(asked({ date }))).dates?.date
  assert.deepEqual(await days('2023-04'), { from: '2023-04-01', to: '2023-04-30' })
  assert.deepEqual(await days(''), { from: null, to: null })
  assert.equal(await days('2023-02-30'), undefined)
})

test('a record that is hidden from the reader is no twin, and nothing is logged of it', async () => {
  const before = await entriesOfLog()
  const input = asked({ serial: 'TST30001', make: 'Taurus', model: 'PT 92', calibre: '9mm' })
  assert.deepEqual((await show(input)).twins, { count: 0, records: [] })
  assert.equal(await entriesOfLog(), before)
  assert.equal((await show({ ...input, source: 'Customs seizures' }, people.customs)).twins?.count, 1)
})

test('an entry that is being corrected is no twin of itself', async () => {
  const entry = randomUUID()
  const stated = { ref: '1', date: '2025', place: 'x', reason: 'x', type: 'pistol', make: 'Taurus', calibre: '9mm' }
  const input = asked({ ...stated, model: 'PT 92', serial: 'TST30003' }, entry)
  await database.as(await database.reader(people.police), (context) =>
    enterRecord(context, { ...input, entry, persons: [] }),
  )
  assert.equal((await show(input)).twins?.count, 0)
  assert.equal((await show({ ...input, entry: randomUUID() })).twins?.count, 1)
})

test('without a make or with a lost character nothing was looked for', async () => {
  assert.equal((await show(asked({ serial: 'TST30002' }))).twins, null)
  assert.equal((await show(asked({ serial: 'TST3000?', make: 'Taurus' }))).twins, null)
  assert.equal((await show(asked({ serial: 'raspado', make: 'Taurus' }))).twins, null)
})

test('hints write nothing', async () => {
  const count = async () => (await stored.query('SELECT count(*) FROM record_version')).rows[0]
  const before = await count()
  await show(asked({ serial: 'TST30009', make: 'Taurus' }))
  assert.deepEqual(await count(), before)
})

test('another agency’s source is unknown', async () => {
  const failure = await show(asked({}), people.customs).catch((cause: unknown) => cause)
  assert.equal(failure instanceof ProofmarkError && failure.code, 'source_unknown')
})

test('what is answered is what the contract says, in every language, with names isolated and countries by name', async () => {
  const shown = await show(
    asked({ make: 'Glock', model: '17', calibre: '.40', type: 'revolver', country: 'BR', date: 'x' }),
  )
  const texts = new Map<Locale, string>()
  for (const locale of Object.keys(LOCALES) as Locale[]) {
    const answer = entryHints.parse(presentHints(shown, sayIn(locale), locale))
    for (const { id, text } of answer.hints) {
      assert.ok(!text.includes(id) && !text.includes('{'), text)
      if (id === 'country_not_of_make') texts.set(locale, text.replaceAll(/[\u2068\u2069]/g, ''))
      if (id === 'calibre_not_of_model') assert.match(text, /\u2068[^\u2069]*9×19 mm[^\u2069]*\u2069/)
    }
  }
  assert.match(texts.get('en')!, /Austria or United States.*Brazil/)
  assert.match(texts.get('fr')!, /Autriche ou États-Unis.*Brésil/)
  assert.match(texts.get('ar')!, /النمسا.*البرازيل/)
})
