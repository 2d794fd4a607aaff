import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { ProofmarkError } from '@proofmark/contract/errors'
import { examinedExhibit } from '@proofmark/contract/schemas/recovery-answers'
import { addAccount } from '../../access/commands/add-account.ts'
import { insist } from '../../access/insist.ts'
import { listNotices } from '../../linkage/queries/list-notices.ts'
import { twoAgencies } from '../../testing/nation.ts'
import { pistolOf, recoveryOf } from '../../testing/recoveries.ts'
import { releasesOfTest } from '../../testing/releases.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { presentRecovery } from '../present/recovery.ts'
import { examineExhibit } from './examine-exhibit.ts'
import { joinRecoveries, readyJoin } from './join-recoveries.ts'
import { saveRecovery } from './save-recovery.ts'
import { showRecovery } from './show-recovery.ts'

const database = await testDatabase()
const people = await twoAgencies(database)
const examiner = await database.as(await database.installer(), (context) =>
  addAccount(context, { name: 'examiner', agency: 'Police of XA', roles: ['ballistic_examiner'] }),
)
const as =
  (account: string) =>
  async <Result>(work: Parameters<typeof database.as<Result>>[1]) =>
    database.as(await database.reader(account), work)
const run = as(people.police)
const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (failure: unknown) => (failure instanceof ProofmarkError ? failure.code : failure),
  )
const recovered = async (serial: string, more = {}, account = people.police) => {
  const [recovery, exhibit] = [randomUUID(), randomUUID()]
  const form = recoveryOf({ exhibits: [pistolOf(exhibit, serial)], ...more })
  await as(account)((context) => saveRecovery(context, { recovery, form }))
  return { recovery, exhibit }
}
const shown = async (recovery: string, account = people.police) =>
  presentRecovery(await as(account)((context) => showRecovery(context, { recovery })))

test('the laboratory sets its description beside the field’s, never over it', async () => {
  const { recovery, exhibit } = await recovered('TKR60001')
  const input = {
    examination: randomUUID(),
    exhibit,
    said: examinedExhibit.parse({
      stated: { serial: 'TKR60007', make: 'Taurus', type: 'pistol' },
      condition: 'functional',
    }),
  }
  const examine = (account: string, more = {}) =>
    as(account)((context) => examineExhibit(context, { ...input, ...more }))
  assert.equal(await refused(examine(people.customs)), 'role_needed')
  const first = await examine(examiner)
  const again = await examine(examiner)
  assert.deepEqual([again.number, again.record], [first.number, first.record])
  assert.equal(await refused(examine(examiner, { said: examinedExhibit.parse({}) })), 'examination_id_used')
  const view = await shown(recovery)
  assert.equal(view.form.exhibits[0]?.stated.serial, 'TKR60001')
  assert.deepEqual(
    view.examinations.map(({ number, by }) => [number, by]),
    [[1, 'examiner']],
  )
  assert.notEqual(first.record, view.exhibits[0]?.record)
  const { rows } = await database
    .pool('backup')
    .query(`SELECT FROM judgement WHERE $1 IN (record_id, other_id) AND $2 IN (record_id, other_id)`, [
      first.record,
      view.exhibits[0]?.record,
    ])
  assert.ok(rows.length > 0)
})

test('an examiner sees the recovery without its persons', async () => {
  const persons = [{ field: 'driver', role: 'driver' as const, value: 'A. Person' }]
  const { recovery } = await recovered('TKR60002', { persons })
  assert.deepEqual((await shown(recovery, examiner)).form.persons, [])
  assert.deepEqual((await shown(recovery)).form.persons, persons)
})

test('reports of one incident are proposed as one, joined by a person alone, and that can be taken back', async () => {
  const [{ recovery }, { recovery: other }] = [await recovered('TKR60003'), await recovered('TKR60003')]
  const proposed = async () => (await shown(recovery)).near.find((each) => each.recovery === other)
  assert.deepEqual(
    (await proposed())?.reasons.map(({ kind }) => kind),
    ['mark', 'place', 'time'],
  )
  assert.equal((await proposed())?.joined, null)
  const say = (verdict: 'same' | 'withdrawn', account = people.police) =>
    as(account)((context) => joinRecoveries(context, { recovery: other, other: recovery, verdict, why: 'one lorry' }))
  assert.deepEqual(await say('same'), await say('same'))
  assert.equal((await proposed())?.joined?.verdict, 'same')
  await say('withdrawn')
  assert.equal((await proposed())?.joined, null)
  assert.equal(await refused(say('same', people.customs)), 'not_found')
})

test('another agency’s report is proposed once its record is released, joined by either side, and hidden before', async () => {
  const elsewhere = { date: '2025-07-01', place: { country: 'XA', locality: 'South Quay' } }
  const [{ recovery }, { recovery: theirs }] = [
    await recovered('TKR60011', elsewhere),
    await recovered('TKR60011', elsewhere, people.customs),
  ]
  const near = async (account = people.police, of = recovery) => (await shown(of, account)).near
  const say = (input: Omit<Parameters<typeof joinRecoveries>[1], 'why'>, account = people.police) =>
    (async () => {
      const said = { ...input, why: 'one lorry' }
      await insist(as(account), (context) => readyJoin(context, said))
      return insist(as(account), (context) => joinRecoveries(context, said))
    })()
  const join = { recovery, other: theirs, verdict: 'same' } as const
  assert.deepEqual(await near(), [])
  assert.equal(await refused(say(join)), 'not_found')
  const record = (await shown(theirs, people.customs)).exhibits[0]!.record!
  const police = await database.as(await database.reader(people.police), async ({ reader }) => reader.agency!.id)
  const { release } = await releasesOfTest(database).release(people.customs, { to: police, records: [record] })
  const [proposed] = await near()
  assert.deepEqual(
    [proposed?.recovery, proposed?.agency, proposed?.record, proposed?.readable, proposed?.joined],
    [theirs, 'Customs of XA', record, false, null],
  )
  assert.deepEqual(
    proposed?.reasons.map(({ kind }) => kind),
    ['mark', 'place', 'time'],
  )
  assert.equal(await refused(shown(theirs)), 'not_found')
  await say(join)
  assert.equal((await near())[0]?.joined?.verdict, 'same')
  const [told] = await near(people.customs, theirs)
  assert.deepEqual([told?.agency, told?.record, told?.joined?.verdict], ['Police of XA', null, 'same'])
  // What was said stays said to both, whatever becomes of the release.
  await releasesOfTest(database).withdraw(people.customs, release)
  await say({ ...join, verdict: 'withdrawn' }, people.customs)
  assert.deepEqual([(await near())[0]?.joined, (await near(people.customs, theirs))[0]?.joined], [null, null])
  // Each desk is told of its own recovery, whenever the other said something.
  const notices = async (account: string) =>
    (await as(account)(listNotices)).flatMap(({ kind, asker, recovery: of }) =>
      kind === 'recovery_joined' ? [[asker, of]] : [],
    )
  assert.deepEqual(await notices(people.customs), [['Police of XA', theirs]])
  assert.deepEqual(await notices(people.police), [['Customs of XA', recovery]])
})

test('a surrender without identity is compared and joined with nothing', async () => {
  const { recovery } = await recovered('TKR60004')
  const nobody = await recovered('TKR60004', { status: 'surrendered', anonymous: true })
  assert.deepEqual((await shown(nobody.recovery)).near, [])
  assert.ok(!(await shown(recovery)).near.some((each) => each.recovery === nobody.recovery))
  const join = { recovery, other: nobody.recovery, verdict: 'same', why: 'same street' } as const
  assert.equal(await refused(run((context) => joinRecoveries(context, join))), 'recovery_anonymous')
})
