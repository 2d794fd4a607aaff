import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import { answerSavedItem } from '../../linkage/pointers/answer.ts'
import { sourceWith, twoAgencies } from '../../testing/nation.ts'
import { pistolOf, recoveryOf } from '../../testing/recoveries.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { answerRecovery, recordRecovery } from '../runs/record-recovery.ts'
import { drawPapers } from './draw-papers.ts'
import { listRecoveries } from './list-recoveries.ts'
import type { RecoveryInput } from './save-recovery.ts'
import { showRecovery } from './show-recovery.ts'

const database = await testDatabase()
const people = await twoAgencies(database)
const stored = database.pool('backup')
await sourceWith(
  database,
  { name: 'Stolen', kind: 'loss-theft', agency: 'Police of XA', visibility: 'open' },
  'id,serial,make,model,calibre,type\nT-1,TKR10482,Taurus,PT 92,9x19mm,pistol\n',
)
await sourceWith(
  database,
  { name: 'Watched', kind: 'seizure', agency: 'Customs of XA', visibility: 'pointer' },
  'id,serial,make,model,calibre,type\nW-1,TKR20555,Taurus,PT 92,9x19mm,pistol\n',
)

const as =
  (account: string) =>
  async <Result>(work: Parameters<typeof database.as<Result>>[1]) =>
    database.as(await database.reader(account), work)
const run = as(people.police)
const askMatch = (savedItem: string) => answerSavedItem(database.pool('match'), savedItem, new Date())
const save = (input: RecoveryInput, account = people.police) =>
  recordRecovery(as(account), askMatch, { ...input, basis: 'firearms_act' })
const refused = (input: RecoveryInput, account?: string) =>
  save(input, account).then(
    () => 'saved',
    (failure: unknown) => (failure instanceof ProofmarkError ? failure.code : failure),
  )
const show = (recovery: string, account = people.police) =>
  as(account)((context) => showRecovery(context, { recovery }))
const count = async (from: string) =>
  Number((await stored.query<{ n: string }>(`SELECT count(*) AS n FROM ${from}`)).rows[0]!.n)

const withSerial = (form: RecoveryForm, serial: string): RecoveryForm => ({
  ...form,
  exhibits: form.exhibits.map((each) => ({ ...each, stated: { ...each.stated, serial } })),
})

test('an officer learns at once what is stolen, whom to ask, and of what nobody knows', async () => {
  const [stolen, watched, fresh] = [randomUUID(), randomUUID(), randomUUID()]
  const exhibits = [pistolOf(stolen, 'TKR10482'), pistolOf(watched, 'TKR20555'), pistolOf(fresh, 'TKR77001')]
  const { answers, exhibits: opened } = await save({ recovery: randomUUID(), form: recoveryOf({ exhibits }) })
  const [first, second, third] = answers
  assert.deepEqual(
    first?.known.map(({ source, agency, kind, restricted, surely }) => ({ source, agency, kind, restricted, surely })),
    [{ source: 'Stolen', agency: 'Police of XA', kind: 'stolen', restricted: false, surely: 'is' }],
  )
  assert.deepEqual(
    second?.known.map(({ source, agency, kind, restricted, handle }) => [source, agency, kind, restricted, !!handle]),
    [[null, 'Customs of XA', 'pointer', true, true]],
  )
  assert.deepEqual(third, { exhibit: fresh, known: [], asked: 'everywhere' })
  assert.ok(opened.every(({ record }) => record !== null))
})

test('a number that is half read may be the stolen one, however likely, and is never told as it', async () => {
  const { answers } = await save({
    recovery: randomUUID(),
    form: recoveryOf({ exhibits: [pistolOf(randomUUID(), 'TK?1O4[8B]2')] }),
  })
  const known = answers[0]?.known ?? []
  assert.ok(known.some(({ kind }) => kind === 'stolen'))
  assert.ok(known.every(({ surely, likely }) => surely === 'may_be' && likely !== null && likely >= 0.5 && likely < 1))
})

test('of many exhibits those that are not reached in time are asked later, in the order of the form', async () => {
  const goods = Array.from({ length: 20 }, () => ({ exhibit: randomUUID(), kind: 'other_goods' }) as const)
  const { recovery } = await save({ recovery: randomUUID(), form: recoveryOf({ exhibits: goods }) })
  const ask = (exhibits?: string[]) =>
    answerRecovery(run, askMatch, { recovery, exhibits, basis: 'firearms_act' }, 0).then((answers) =>
      answers.map(({ exhibit, asked }) => [exhibit, asked]),
    )
  const left = goods.slice(16).map(({ exhibit }) => exhibit)
  assert.deepEqual(
    await ask(),
    goods.map(({ exhibit }) => [exhibit, left.includes(exhibit) ? 'later' : 'nowhere']),
  )
  assert.deepEqual(
    await ask(left),
    left.map((exhibit) => [exhibit, 'nowhere']),
  )
})

test('what is sent twice is one recovery, one exhibit and one record, also out of order', async () => {
  const [recovery, exhibit] = [randomUUID(), randomUUID()]
  const input = { recovery, form: recoveryOf({ exhibits: [pistolOf(exhibit, 'TKR77002')] }) }
  const first = await save(input)
  const before = [await count('recovery_version'), await count('record_version'), await count('exhibit')]
  const second = await save({ ...input, recovery: recovery.toUpperCase() })
  assert.deepEqual([second.change, second.version, second.exhibits], ['unchanged', 1, first.exhibits])
  assert.deepEqual([await count('recovery_version'), await count('record_version'), await count('exhibit')], before)
})

test('an officer whose answer was lost and who then says something else contradicts nobody', async () => {
  const [recovery, exhibit, first, second] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const form = recoveryOf({ exhibits: [pistolOf(exhibit, 'TKR77021')] })
  await save({ recovery, attempts: [first], form })
  const later = await save({ recovery, attempts: [first, second], form: withSerial(form, 'TKR77012') })
  assert.deepEqual([later.change, later.version, later.conflicts], ['saved', 2, []])
  const other = await save({ recovery, attempts: [randomUUID()], form: withSerial(form, 'TKR77013') })
  assert.equal(other.conflicts.length, 1)
})

test('a later version corrects the record, and the earlier one stays', async () => {
  const [recovery, exhibit] = [randomUUID(), randomUUID()]
  const form = recoveryOf({ exhibits: [pistolOf(exhibit, 'TKR77003')] })
  const first = await save({ recovery, form })
  const second = await save({ recovery, base: 1, form: withSerial(form, 'TKR77030') })
  assert.deepEqual([second.version, second.exhibits], [2, first.exhibits])
  const { rows } = await stored.query<{ serial: string }>(
    `SELECT stated ->> 'serial' AS serial FROM record_version WHERE record_id = $1 ORDER BY version`,
    [first.exhibits[0]!.record],
  )
  assert.deepEqual(
    rows.map(({ serial }) => serial),
    ['TKR77003', 'TKR77030'],
  )
})

test('two devices that edit one draft lose nothing: what does not touch is merged, what does is told side by side', async () => {
  const [recovery, exhibit] = [randomUUID(), randomUUID()]
  const form = recoveryOf({ exhibits: [pistolOf(exhibit, 'TKR77004')] })
  await save({ recovery, form })
  await save({ recovery, base: 1, form: { ...withSerial(form, 'TKR77040'), note: 'two magazines' } })
  const merged = await save({ recovery, base: 1, form: { ...withSerial(form, 'TKR77041'), concealment: 'luggage' } })
  assert.deepEqual(merged.conflicts, [
    { path: `exhibits.${exhibit}.stated.serial`, base: 'TKR77004', standing: 'TKR77040', sent: 'TKR77041' },
  ])
  assert.deepEqual([merged.change, merged.version, merged.sent], ['merged', 4, 3])
  const { shown, versions } = await show(recovery)
  assert.deepEqual([shown.form.note, shown.form.concealment], ['two magazines', 'luggage'])
  assert.equal(versions.find(({ version }) => version === 3)?.form.exhibits[0]?.stated.serial, 'TKR77041')
})

test('numbers on other parts become marks of the record, by which it is found', async () => {
  const exhibit = randomUUID()
  const marks = [{ part: 'slide', kind: 'serial', stated: 'TKR10482' } as const]
  const obliterated = { stated: { serial_state: 'obliterated', make: 'Taurus', type: 'pistol' } as const, marks }
  const { answers } = await save({
    recovery: randomUUID(),
    form: recoveryOf({ exhibits: [pistolOf(exhibit, '', { ...obliterated, number: 'E-9' })] }),
  })
  assert.ok(answers[0]?.known.some(({ kind, source }) => kind === 'stolen' && source === 'Stolen'))
})

test('two exhibits with one seal are both taken, the second without it; one that a later form leaves out stays; and it is said', async () => {
  const [recovery, first, second] = [randomUUID(), randomUUID(), randomUUID()]
  const all = [first, second].map((each, at) => pistolOf(each, `TKR7700${at + 5}`, { seal: 'S1' }))
  await save({ recovery, form: recoveryOf({ exhibits: all }) })
  const { rows } = await stored.query('SELECT exhibit_id AS exhibit FROM custody_standing WHERE seal = $1', ['S1'])
  assert.deepEqual(rows, [{ exhibit: first }])
  const elsewhere = await save({
    recovery: randomUUID(),
    form: recoveryOf({ exhibits: [{ exhibit: randomUUID(), kind: 'other_goods', seal: 'S1' }] }),
  })
  assert.deepEqual(
    elsewhere.remarks.map(({ kind, value }) => [kind, value]),
    [['seal_not_taken', 'S1']],
  )
  const { exhibits, remarks } = await save({ recovery, base: 1, form: recoveryOf({ exhibits: [all[0]!] }) })
  assert.equal(exhibits.length, 2)
  assert.deepEqual(
    remarks.map(({ kind, exhibit }) => [kind, exhibit]),
    [
      ['seal_twice', second],
      ['exhibit_kept', second],
    ],
  )
})

test('custody of what was dated ahead begins when it was written down, and the date is spoken of', async () => {
  const exhibit = randomUUID()
  const form = recoveryOf({ date: '2999-05-01', exhibits: [{ exhibit, kind: 'other_goods' }] })
  const { remarks } = await save({ recovery: randomUUID(), form })
  assert.ok(remarks.some(({ kind, value }) => kind === 'date_ahead' && value === '2999-05-01'))
  const { rows } = await stored.query<{ at: string }>(
    `SELECT statement ->> 'saidAt' AS at FROM custody_event WHERE exhibit_id = $1`,
    [exhibit],
  )
  assert.ok(new Date(rows[0]!.at) < new Date('2999-01-01'))
})

test('a field that no record can state stands in the way of nothing', async () => {
  const exhibit = randomUUID()
  const { exhibits, remarks } = await save({
    recovery: randomUUID(),
    form: recoveryOf({ date: 'the day after tomorrow', exhibits: [pistolOf(exhibit, 'TKR77007')] }),
  })
  assert.ok(exhibits[0]?.record)
  assert.deepEqual(
    remarks.map(({ kind, value }) => [kind, value]),
    [['record_not_made', 'date']],
  )
})

test('the minimum data set is counted by exhibit, and photographs by what was taken', async () => {
  const exhibit = randomUUID()
  const photographs = ['1', '2', '3', '4'].map((each) => ({ sha256: each.repeat(64), view: 'other' as const }))
  const whole = await save({
    recovery: randomUUID(),
    form: recoveryOf({ exhibits: [pistolOf(exhibit, 'TKR77008', { photographs })] }),
  })
  assert.deepEqual([whole.missing, whole.completeness], [[], 100])
  const bare = await save({
    recovery: randomUUID(),
    form: recoveryOf({ exhibits: [pistolOf(randomUUID(), 'TKR77009')] }),
  })
  assert.deepEqual(bare.missing[0]?.fields, ['photographs'])
  const { recoveries } = await run((context) => listRecoveries(context, { incomplete: true, after: 0, limit: 200 }))
  assert.ok(recoveries.some(({ id }) => id === bare.recovery) && !recoveries.some(({ id }) => id === whole.recovery))
})

test('a surrender without identity takes nothing that leads to a person, and keeps no path to one', async () => {
  const form = recoveryOf({ status: 'surrendered', anonymous: true, exhibits: [pistolOf(randomUUID(), 'TKR77010')] })
  const person = { field: 'driver', role: 'driver', value: 'A. Person' } as const
  for (const more of [{ persons: [person] }, { vehicles: [{ plate: 'AA-11' }] }, { status: 'found' as const }])
    assert.equal(await refused({ recovery: randomUUID(), form: { ...form, ...more } }), 'recovery_anonymous')
  const recovery = randomUUID()
  await save({ recovery, form })
  const named = { ...form, anonymous: false, persons: [person] }
  assert.equal(await refused({ recovery, base: 1, form: named }), 'recovery_anonymous')
  const { rows } = await stored.query<{ body: object }>(`SELECT body FROM audit_entry WHERE $1 = ANY (subjects)`, [
    recovery,
  ])
  assert.ok(!JSON.stringify(rows).includes('Person'))
})

test('another agency sees no recovery of ours, and learns of it no more than that its identifier is taken', async () => {
  const [recovery, exhibit] = [randomUUID(), randomUUID()]
  const form = recoveryOf({ exhibits: [pistolOf(exhibit, 'TKR77011')] })
  await save({ recovery, form })
  await assert.rejects(show(recovery, people.customs), { code: 'not_found' })
  assert.equal(await refused({ recovery, form }, people.customs), 'recovery_id_used')
  assert.equal(await refused({ recovery: randomUUID(), form }, people.customs), 'exhibit_id_used')
  assert.equal(await refused({ recovery, base: 7, form }), 'recovery_base_unknown')
})

test('a paper form has its number before it is written on, and a number typed twice is said', async () => {
  const order = randomUUID()
  const draw = () => run((context) => drawPapers(context, { order, forms: 2 }))
  const { numbers } = await draw()
  assert.deepEqual((await draw()).numbers, numbers)
  const typed = numbers[0]!.toLowerCase().replaceAll('-', ' ')
  const type = async (paper: string) => {
    const { recovery, remarks } = await save({ recovery: randomUUID(), form: recoveryOf({ paper }) })
    return { recovery, remarks: remarks.map(({ kind, recovery: other }) => [kind, other]) }
  }
  const first = await type(typed)
  assert.deepEqual(first.remarks, [])
  assert.equal((await show(first.recovery)).shown.form.paper, numbers[0])
  assert.deepEqual((await type(numbers[0]!)).remarks, [['paper_used', first.recovery]])
  assert.deepEqual((await type('1234')).remarks, [['paper_not_drawn', null]])
})
