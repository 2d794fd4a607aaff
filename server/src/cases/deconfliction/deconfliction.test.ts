import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { DeconflictionKind } from '@proofmark/contract/deconfliction-words'
import { OFFICER_DAYS } from '@proofmark/contract/deconfliction-words'
import type { DeconflictionAnswer } from '@proofmark/contract/schemas/deconfliction'
import { caseFileOf, thingOf } from '../../testing/case-files.ts'
import { personOf } from '../../testing/desks.ts'
import { matchAll } from '../../testing/matching.ts'
import { sourceWith } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { askDeconfliction } from '../commands/ask-deconfliction.ts'
import { declineIntroduction } from '../commands/decline-introduction.ts'
import { introduce } from '../commands/introduce.ts'
import { moveCase } from '../commands/move-case.ts'
import { planOperation } from '../commands/plan-operation.ts'
import { withdrawStanding } from '../commands/withdraw-standing.ts'
import { countMeetings, countSilentMeetings } from '../queries/count-deconfliction.ts'
import { listDeconfliction } from '../queries/list-deconfliction.ts'
import { listOperations } from '../queries/list-operations.ts'
import { silentMeetings } from '../queries/silent-meetings.ts'
import { ASKING_LIMITS } from '../rules/deconfliction-limits.ts'
import { askedKey } from '../rules/deconfliction-value.ts'
import { answerDeconfliction } from './answer.ts'
import { frameOf, readFrame } from './frame.ts'
import { settleDeconfliction } from './settle.ts'

const database = await testDatabase()
const person = (agency: string, name: string) => personOf(database, agency, name, ['investigator', 'data_steward'])
const [vale, moor, hill] = [
  await person('Police', 'Vale'),
  await person('Customs', 'Moor'),
  await person('Inland Service', 'Hill'),
]
const match = database.pool('match')
const keyOf = (kind: DeconflictionKind, value: string) => askedKey(database.services.recordSecret, kind, value)!

const police = await caseFileOf(database, { reference: 'P 1', people: [vale] })
const customs = await caseFileOf(database, { reference: 'C 1', people: [moor] })
const covert = await caseFileOf(database, { reference: 'S 1', people: [hill], visibility: 'silent' })

interface Asking {
  readonly id?: string
  readonly kind?: DeconflictionKind
  readonly now?: Date
}

/** Asks as the door does, but for the time that an answer takes. */
async function ask(account: string, value: string, { kind = 'telephone', id = randomUUID() }: Asking = {}) {
  const reader = await database.reader(account)
  const reference = { [vale]: 'P 1', [moor]: 'C 1', [hill]: 'S 1' }[account]!
  const kept = await database.as(reader, (context) => askDeconfliction(context, { id, kind, value, case: reference }))
  const [line] = readFrame(frameOf(await answerDeconfliction(match, kept, new Date())))
  return (line ?? {}) as DeconflictionAnswer
}
const listOf = async (account: string) => database.as(await database.reader(account), listDeconfliction)
const deskOf = async (account: string) => database.as(await database.reader(account), silentMeetings)
const toldOf = async (account: string) =>
  (await listOf(account)).told.map(({ contact, handle }) => ({ contact, handle }))

test('two units who ask one after the other learn of each other, under one handle, and of nothing else', async () => {
  assert.deepEqual(await ask(vale, '+55 0100 111', { id: randomUUID() }), {})
  const answer = await ask(moor, '0055 0100-111')
  assert.deepEqual(Object.keys(answer).sort(), ['contact', 'handle'])
  assert.equal(answer.contact, 'Police, desk of Police')
  const [question] = (await listOf(vale)).questions
  assert.deepEqual(
    question!.met.map(({ contact, handle }) => ({ contact, handle })),
    [{ contact: 'Customs, desk of Customs', handle: answer.handle }],
  )
  assert.equal(await database.as(await database.reader(vale), (context) => countMeetings(context, 'asked', null)), 1)
  const again = await ask(vale, '+55 (0)0100 111'.replace('(0)', ''))
  assert.equal(again.handle, answer.handle, 'whoever meets again meets under the same handle')
  assert.doesNotMatch(JSON.stringify(await listOf(moor)), /P 1|Vale|0100/)
})

test('what a case of others keeps is told of to its people and its desk, and to the asker a contact', async () => {
  await thingOf(database, moor, { of: customs, keys: [keyOf('person', 'José Ferreira')], kind: 'person' })
  const answer = await ask(vale, 'JOSE  FERREIRA', { kind: 'person' })
  assert.equal(answer.contact, 'Customs, desk of Customs')
  const told = await listOf(moor)
  assert.deepEqual(told.told, [
    {
      contact: 'Police, desk of Police',
      handle: answer.handle,
      at: told.told[0]!.at,
      case: { id: customs.id, reference: 'C 1' },
    },
  ])
  const colleague = await person('Customs', 'Rill')
  const desk = await listOf(colleague)
  assert.deepEqual(
    desk.told.map(({ handle, case: of }) => [handle, of]),
    [[answer.handle, null]],
    'not whose case it is',
  )
  assert.deepEqual(await ask(moor, 'Jose Ferreira', { kind: 'person' }).then(({ handle }) => handle), answer.handle)
})

test('what comes to be kept while a question about it stands is told of as well, by the matching process alone', async () => {
  const asked = await ask(vale, 'Ivo Lind Marsh', { kind: 'person' })
  assert.deepEqual(asked, {})
  await thingOf(database, moor, { of: customs, keys: [keyOf('person', 'MARSH Lind Ivo')], kind: 'person' })
  await settleDeconfliction(match, new Date())
  const [question] = (await listOf(vale)).questions
  assert.deepEqual(
    question!.met.map(({ contact }) => contact),
    ['Customs, desk of Customs'],
  )
})

test('a hundred values that only silent cases keep are answered as what nobody keeps, and their officer learns of each', async () => {
  const values = Array.from({ length: 100 }, (_, place) => `55 0200 ${100 + place}`)
  const [known, unknown] = [values, values.map((value) => value.replace('0200', '0300'))]
  const keys = known.map((value) => keyOf('telephone', value))
  await thingOf(database, hill, { of: covert, keys, kind: 'telephone' })
  // More than anybody may ask in an hour: kept as the command keeps them.
  const idsOf = async (asked: readonly string[]) => {
    const rows = asked.map((value) => ({
      ...{ id: randomUUID(), vis: customs.vis, case_id: customs.id, kind: 'telephone' as const },
      ...{ key: keyOf('telephone', value), purpose: 'trace' as const, asked_by: moor, asked_at: new Date() },
      until: new Date(Date.now() + 86_400_000),
    }))
    const reader = await database.reader(moor)
    await database.as(reader, ({ query }) =>
      query
        .insertInto('deconfliction_question')
        .values(rows.map((row) => ({ ...row, agency_id: reader.agency!.id })))
        .execute(),
    )
    return rows.map(({ id }) => id)
  }
  const frames = new Set<string>()
  for (const id of [...(await idsOf(known)), ...(await idsOf(unknown.slice(0, 5)))])
    frames.add(
      frameOf(await answerDeconfliction(match, { about: 'question', id, skeleton: null }, new Date())).toString(),
    )
  assert.equal(frames.size, 1)
  assert.deepEqual(await toldOf(hill), [], 'those who work in a silent case hear of it from their officer')
  assert.equal((await deskOf(hill)).meetings.length, known.length)
  assert.equal(await database.as(await database.reader(hill), countSilentMeetings), known.length)
  assert.deepEqual(await ask(hill, unknown[0]!), {}, 'nor does whoever asks in a silent case show that they ask')
})

test('the officer of a silent case brings both together, and both have the other’s contact from then on', async () => {
  const [meeting] = (await deskOf(hill)).meetings
  assert.deepEqual([meeting!.contact, meeting!.lead, meeting!.introduced], ['Customs, desk of Customs', 'Hill', null])
  const consent = 'Hill, by telephone'
  await assert.rejects(
    async () =>
      database.as(await database.reader(moor), (context) => introduce(context, { handle: meeting!.handle, consent })),
    { code: 'not_found' },
  )
  const made = await database.as(await database.reader(hill), (context) =>
    introduce(context, { handle: meeting!.handle, consent }),
  )
  await answerDeconfliction(match, made, new Date())
  const met = (await listOf(moor)).questions.flatMap((question) => question.met)
  assert.ok(
    met.some(
      ({ handle, contact }) => handle === meeting!.handle && contact === 'Inland Service, desk of Inland Service',
    ),
  )
  assert.deepEqual(
    (await toldOf(hill)).length + (await listOf(hill)).questions.flatMap(({ met: all }) => all).length,
    1,
  )
  assert.equal((await deskOf(hill)).meetings.filter(({ introduced }) => introduced?.consent === consent).length, 1)
})

const asOfficer = {
  waiting: async () => database.as(await database.reader(hill), countSilentMeetings),
  introduce: async (handle: string) =>
    database.as(await database.reader(hill), (context) => introduce(context, { handle, consent: 'Hill' })),
  decline: async (handle: string) =>
    database.as(await database.reader(hill), (context) =>
      declineIntroduction(context, { handle, reason: 'The source would be known by it.' }),
    ),
  meeting: async (handle: string) => (await deskOf(hill)).meetings.find((each) => each.handle === handle),
}

test('a silent meeting whose officer says no waits no more, and whoever asked sees the same as before', async () => {
  const waiting = await asOfficer.waiting()
  const { handle } = (await deskOf(hill)).meetings.find(({ state }) => state === 'waiting')!
  const before = JSON.stringify(await listOf(moor))
  await assert.rejects(
    async () =>
      database.as(await database.reader(moor), (context) => declineIntroduction(context, { handle, reason: 'no' })),
    { code: 'not_found' },
  )
  await asOfficer.decline(handle)
  await asOfficer.decline(handle)
  assert.equal(await asOfficer.waiting(), waiting - 1)
  const { declined, state } = (await asOfficer.meeting(handle))!
  assert.deepEqual([state, declined?.reason], ['declined', 'The source would be known by it.'])
  assert.equal(JSON.stringify(await listOf(moor)), before)
  await settleDeconfliction(match, new Date())
  assert.equal(JSON.stringify(await listOf(moor)), before)
  await asOfficer.introduce(handle)
  assert.equal((await asOfficer.meeting(handle))?.state, 'introduced', 'what was declined may be done after all')
  await assert.rejects(asOfficer.decline(handle), { code: 'deconfliction_waits_no_more' })
})

test('a silent meeting waits for its officer as long as an operation may lie ahead, and anew when both meet again', async () => {
  const value = '55 0600 100'
  await thingOf(database, hill, { of: covert, keys: [keyOf('telephone', value)], kind: 'telephone' })
  assert.deepEqual(await ask(vale, value), {})
  const { handle } = (await deskOf(hill)).meetings[0]!
  const waiting = await asOfficer.waiting()
  await asOfficer.decline(handle)
  // As if it had been told before all of its time.
  await match.query(
    `UPDATE deconfliction_told SET told_at = told_at - make_interval(days => $2) WHERE handle = $1 AND audience = 'officer'`,
    [handle, OFFICER_DAYS],
  )
  assert.equal((await asOfficer.meeting(handle))?.state, 'over')
  assert.equal(await asOfficer.waiting(), waiting - 1)
  await assert.rejects(asOfficer.introduce(handle), { code: 'deconfliction_waits_no_more' })
  assert.deepEqual(await ask(vale, value), {}, 'whoever asks again learns as little')
  assert.equal((await asOfficer.meeting(handle))?.state, 'waiting')
  assert.equal(await asOfficer.waiting(), waiting)
})

test('a serial is compared with the records of all agencies that the asker may not read', async () => {
  const rows = 'id,serial,make\nC1,TST5001,Quuxwerke\n'
  await sourceWith(database, { name: 'covert', kind: 'seizure', agency: 'Customs', visibility: 'silent' }, rows)
  const hidden = 'id,serial,make\nC2,TST6001,Quuxwerke\n'
  await sourceWith(database, { name: 'losses', kind: 'seizure', agency: 'Customs', visibility: 'pointer' }, hidden)
  await matchAll(database)
  assert.deepEqual(await ask(vale, 'TST5001', { kind: 'serial' }), {})
  assert.equal((await ask(vale, 'tst-6001', { kind: 'serial' })).contact, 'Customs, desk of Customs')
  assert.equal((await deskOf(moor)).meetings.length, 1)
})

test('what is withdrawn or over meets nobody, and its key is forgotten', async () => {
  const id = randomUUID()
  await ask(vale, '55 0400 100', { id })
  await database.as(await database.reader(vale), (context) => withdrawStanding(context, 'deconfliction_question', id))
  assert.deepEqual(await ask(moor, '55 0400 100'), {})
  await settleDeconfliction(match, new Date(Date.now() + 40 * 86_400_000))
  const { rows } = await database.pool('backup').query('SELECT id FROM deconfliction_question WHERE key IS NOT NULL')
  assert.deepEqual(rows, [])
  const { rows: known } = await database
    .pool('backup')
    .query('SELECT FROM deconfliction_meeting WHERE forgotten_at IS NULL')
  assert.equal(known.length, 0, 'nor does a meeting keep what the key could be tried by')
})

test('of two who ask in the same moment both are told, under one handle', async () => {
  const value = '55 0410 100'
  const answers = await Promise.all([ask(vale, value), ask(moor, value)])
  const met = await Promise.all([vale, moor].map(async (each) => (await listOf(each)).questions[0]!.met))
  assert.deepEqual(
    met.map((lines) => lines.map(({ contact }) => contact)),
    [['Customs, desk of Customs'], ['Police, desk of Police']],
  )
  const handles = [...met.flat(), ...answers].flatMap(({ handle }) => handle ?? [])
  assert.equal(new Set(handles).size, 1)
})

test('people of two cases of which one reads both learn of each other too, since no list shows what was asked', async () => {
  const both = await person('Police', 'Both')
  await caseFileOf(database, { reference: 'P 2', people: [both] })
  const read = await caseFileOf(database, { reference: 'C 2', people: [moor, both] })
  const asking = async (account: string, reference: string, kind: DeconflictionKind, value: string) => {
    const question = { id: randomUUID(), kind, value, case: reference }
    const kept = await database.as(await database.reader(account), (context) => askDeconfliction(context, question))
    return answerDeconfliction(match, kept, new Date())
  }
  await asking(moor, 'C 2', 'telephone', '55 0420 100')
  assert.equal((await asking(both, 'P 2', 'telephone', '55 0420 100')).length, 1)
  await thingOf(database, moor, { of: read, keys: [keyOf('telephone', '55 0420 200')], kind: 'telephone' })
  assert.deepEqual(await asking(both, 'P 2', 'telephone', '55 0420 200'), [], 'what they can look up is no meeting')
})

test('one name alone, which may not be asked about, is not found as the name of an event', async () => {
  await thingOf(database, moor, { of: customs, keys: [keyOf('event', 'Ilmarinen')], kind: 'person' })
  assert.deepEqual(await ask(vale, 'Ilmarinen', { kind: 'event' }), {})
})

test('in a closed case nobody asks or plans, and what stood in it met nobody from then on', async () => {
  const leaving = await person('Police', 'Leaving')
  const over = await caseFileOf(database, { reference: 'P 3', people: [leaving] })
  const asking = async (value: string) =>
    database.as(await database.reader(leaving), (context) =>
      askDeconfliction(context, { id: randomUUID(), kind: 'telephone', value, case: 'P 3' }),
    )
  await asking('55 0430 100')
  const move = { to: 'closed', outcome: 'ended', supplyChain: 'traced' } as const
  await database.as(await database.reader(leaving), (context) =>
    moveCase(context, { case: over.id, entry: randomUUID(), move }),
  )
  await assert.rejects(asking('55 0430 101'), { code: 'case_not_open' })
  const at = {
    from: new Date(Date.now() + 3_600_000).toISOString(),
    to: new Date(Date.now() + 7_200_000).toISOString(),
  }
  const operation = {
    id: randomUUID(),
    kind: 'search',
    case: over.id,
    place: '12 Quay',
    contact: 'line',
    ...at,
  } as const
  await assert.rejects(
    async () => database.as(await database.reader(leaving), (context) => planOperation(context, operation)),
    { code: 'case_not_open' },
  )
  assert.deepEqual(await ask(moor, '55 0430 100'), {})
})

test('a question of somebody who left is compared with the eyes of whoever leads the case', async () => {
  const [gone, stays] = [await person('Police', 'Gone'), await person('Police', 'Stays')]
  const of = await caseFileOf(database, { reference: 'P 4', people: [stays, gone] })
  const near = await caseFileOf(database, { reference: 'P 5', people: [stays] })
  await database.as(await database.reader(gone), (context) =>
    askDeconfliction(context, { id: randomUUID(), kind: 'telephone', value: '55 0440 100', case: of.id }),
  )
  await database.as(await database.installer(), ({ query }) =>
    query.updateTable('account').set({ disabled_at: new Date() }).where('id', '=', gone).execute(),
  )
  await thingOf(database, stays, { of: near, keys: [keyOf('telephone', '55 0440 100')], kind: 'telephone' })
  await settleDeconfliction(match, new Date())
  assert.deepEqual(await toldOf(stays), [])
})

test('only who works in a case asks in it, once for an identifier, and a value that says nothing is refused', async () => {
  const stranger = await person('Police', 'Stranger')
  const asking = (account: string, more: object) => async () =>
    database.as(await database.reader(account), (context) =>
      askDeconfliction(context, { id: randomUUID(), kind: 'telephone', value: '55 0500 100', case: 'P 1', ...more }),
    )
  await assert.rejects(asking(stranger, {}), { code: 'not_found' })
  await assert.rejects(asking(stranger, { case: police.id }), { code: 'not_found' })
  await assert.rejects(asking(vale, { value: 'n/a' }), { code: 'deconfliction_unreadable' })
  const id = randomUUID()
  await asking(vale, { id })()
  await asking(vale, { id })()
  await assert.rejects(asking(vale, { id, value: '55 0500 101' }), { code: 'deconfliction_id_used' })
  await database.as(await database.reader(vale), (context) => withdrawStanding(context, 'deconfliction_question', id))
  await assert.rejects(asking(vale, { id }), { code: 'deconfliction_id_used' }, 'it would answer that nobody asks')
})

test('operations at one place and time learn of each other; those that are withdrawn, past or elsewhere do not', async () => {
  const from = new Date(Date.now() + 86_400_000)
  const hours = (count: number) => new Date(from.getTime() + count * 3_600_000).toISOString()
  const plan = async (account: string, reference: string, more: object = {}) => {
    const kept = await database.as(await database.reader(account), (context) =>
      planOperation(context, {
        ...{ id: randomUUID(), kind: 'search', case: reference, from: hours(0), to: hours(4), contact: 'duty line 7' },
        point: { latitude: 10, longitude: 20, radius: 300 },
        ...more,
      }),
    )
    return { id: kept.id, met: await answerDeconfliction(match, kept, new Date()) }
  }
  const first = await plan(vale, 'P 1')
  assert.deepEqual(first.met, [])
  assert.deepEqual((await plan(moor, 'C 1', { from: hours(4), to: hours(6) })).met, [], 'one after the other')
  assert.deepEqual((await plan(moor, 'C 1', { point: { latitude: 10.1, longitude: 20, radius: 300 } })).met, [])
  const second = await plan(moor, 'C 1', { from: hours(3), to: hours(5) })
  assert.deepEqual(
    second.met.map(({ contact }) => contact),
    ['Police, duty line 7'],
  )
  const [seen] = (await database.as(await database.reader(vale), listOperations)).operations
  assert.deepEqual(
    seen!.met.map(({ contact, handle }) => ({ contact, handle })),
    [{ contact: 'Customs, duty line 7', handle: second.met[0]!.handle }],
  )
  const third = await plan(moor, 'C 1', { from: hours(30), to: hours(31), instead: second.id })
  assert.deepEqual(third.met, [], 'what was changed meets by its new time alone')
  const planned = (await database.as(await database.reader(moor), listOperations)).operations
  assert.equal(planned.find(({ id }) => id === second.id)?.state, 'withdrawn')
  assert.deepEqual((await plan(vale, 'P 1', { from: hours(3), to: hours(4) })).met, [], 'and by its old one no more')
  assert.deepEqual((await plan(hill, 'S 1', { from: hours(4), to: hours(6) })).met, [], 'what is silent shows to none')
  await assert.rejects(() => plan(vale, 'P 1', { to: hours(24 * 8) }), { code: 'operation_time_wrong' })
  await assert.rejects(() => plan(vale, 'P 1', { point: undefined }), { code: 'operation_place_needed' })
})

test('who asks too often is refused until the hour is over, and no restart forgives', async () => {
  const busy = await person('Police', 'Busy')
  const own = await caseFileOf(database, { reference: 'P 9', people: [busy] })
  const asking = async (place: number) =>
    database.as(await database.reader(busy), (context) =>
      askDeconfliction(context, { id: randomUUID(), kind: 'telephone', value: `55 0900 ${100 + place}`, case: own.id }),
    )
  const { hour } = ASKING_LIMITS.question.account
  for (let place = 0; place < hour; place++) await asking(place)
  await assert.rejects(() => asking(hour), { code: 'deconfliction_too_often' })
  const { rows } = await database
    .pool('backup')
    .query<{ asked: number }>(
      `SELECT sum(asked)::int AS asked FROM deconfliction_count WHERE subject_id = $1 AND span = 'day'`,
      [busy],
    )
  assert.deepEqual(rows, [{ asked: hour }], 'a refused question counts for nothing')
})
