import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sayIn } from '@proofmark/contract/catalogues'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { TraceReplyMessage } from '@proofmark/contract/schemas/trace-message'
import { traceShown } from '@proofmark/contract/schemas/trace-shown'
import type { Context } from '../../access/context.ts'
import { processReaderFor } from '../../access/queries/resolve-reader.ts'
import { runCommand } from '../../access/run-command.ts'
import { listWaits } from '../../home/queries/list-waits.ts'
import { personOf } from '../../testing/desks.ts'
import { matchAll, recordOf } from '../../testing/matching.ts'
import { sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { completed, replyTo } from '../../testing/traces.ts'
import { presentLife } from '../present/life.ts'
import { presentTrace } from '../present/trace.ts'
import { expireEverywhere } from '../runs/keep-deadlines.ts'
import { closeTrace } from './close-trace.ts'
import { confirmFinding, takeBackFinding } from './confirm-finding.ts'
import { draftTrace } from './draft-trace.ts'
import { editTrace } from './edit-trace.ts'
import { moveTrace } from './move-trace.ts'
import { notePermission } from './note-permission.ts'
import { receiveReply } from './receive-reply.ts'
import { saveTerms } from './save-terms.ts'
import { sendTrace } from './send-trace.ts'
import { showLife } from './show-life.ts'
import { showTrace } from './show-trace.ts'
import { takeDocument } from './take-document.ts'
import { traceReceivers } from './trace-receivers.ts'

const database = await testDatabase()
const { police } = await twoAgencies(database)
const chief = await personOf(database, 'Police of XA', 'Chief of tracing', ['trace_officer'])
const recorder = await personOf(database, 'Police of XA', 'Recorder', ['recorder'])
const HEAD = 'id,serial,make,model,calibre,type,country,date,place,reason\n'
const row = (id: string, serial: string) =>
  `${id},${serial},Taurus,PT 92,9x19mm,pistol,BR,2026-05-04,North Gate,Firearms Act s. 5`
await sourceWith(
  database,
  { name: 'seizures', kind: 'seizure', agency: 'Police of XA', visibility: 'pointer' },
  `${HEAD}${['D1', 'D2', 'D3', 'D4'].map((key, at) => row(key, `TKR2041${at}X`)).join('\n')}\n`,
)
await matchAll(database)

const DAY_MS = 86_400_000
const english = { say: sayIn('en'), locale: 'en' } as const
const laterBy = (days: number) => ({ ...database.services, clock: () => new Date(Date.now() + days * DAY_MS) })
async function act<Result>(work: (context: Context) => Promise<Result>, account = police, daysLater = 0) {
  const grounds = { purpose: 'criminal_investigation', reference: 'case 7' } as const
  return runCommand(laterBy(daysLater), await database.reader(account), grounds, work)
}
const failureOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (failure: unknown) => (failure instanceof ProofmarkError ? failure.code : String(failure)),
  )
const show = async (id: string) =>
  traceShown.parse(presentTrace(await act((context) => showTrace(context, id)), english))
async function sent(key: string, more: object = {}) {
  const id = randomUUID()
  const record = await recordOf(database, key)
  await act((context) => draftTrace(context, { id, record, to: { partner: 'XB' }, priority: 'routine' }))
  const { form, version } = await show(id)
  await act((context) => editTrace(context, { trace: id, version, form: completed(form), to: {} }))
  await act((context) => sendTrace(context, { trace: id, channel: 'siena', ...more }))
  return id
}
const waitsOf = async (account: string, days: number) => {
  const waits = await act((context) => listWaits(context, null), account, days)
  return Object.fromEntries(
    waits.flatMap(({ kind, count }) => (kind.startsWith('traces_') ? [[kind.slice(7), count]] : [])),
  )
}

const days = (amount: number) => ({ amount, unit: 'days' as const })
const deadlines = { acknowledge: days(5), answer: days(10), remind: days(11), escalate: days(20), expire: days(40) }
const calendar = { timeZone: 'UTC', workingDays: [1, 2, 3, 4, 5, 6, 7], holidays: [] }
const terms = (escalateTo: string) =>
  act((context) =>
    saveTerms(context, { partner: 'XB', deadlines: { routine: deadlines, urgent: deadlines }, escalateTo, calendar }),
  )

test('deadlines come to whom they concern: near, passed, and escalated to whom the terms name', async () => {
  await terms('chief of tracing')
  const id = await sent('D1')
  assert.deepEqual([await waitsOf(police, 1), await waitsOf(chief, 1)], [{}, {}])
  assert.deepEqual([await waitsOf(police, 4), await waitsOf(chief, 4)], [{ near: 1 }, {}])
  assert.deepEqual([await waitsOf(police, 12), await waitsOf(chief, 12)], [{ overdue: 1 }, {}])
  assert.deepEqual([await waitsOf(police, 21), await waitsOf(chief, 21)], [{ overdue: 1 }, { escalated: 1 }])
  await terms('nobody of ours')
  assert.deepEqual(await waitsOf(police, 21), { escalated: 1, overdue: 1 })
  await act((context) => moveTrace(context, { trace: id, to: 'withdrawn', why: 'test' }))
  assert.deepEqual(await waitsOf(police, 21), {})
})

test('a request past its term expires by itself, once however many look, and may be reopened', async () => {
  const id = await sent('D2')
  assert.deepEqual(await expireEverywhere(laterBy(39)), [])
  const twice = await Promise.all([expireEverywhere(laterBy(41)), expireEverywhere(laterBy(41))])
  assert.deepEqual(twice.flat(), [id])
  assert.deepEqual(await expireEverywhere(laterBy(90)), [])
  const { state, history, moves } = await show(id)
  const last = history.at(-1)!
  assert.deepEqual([state, last.by, last.ours], ['expired', 'trace deadlines', true])
  assert.match(last.why ?? '', /^XB · \d{4}-\d\d-\d\d$/)
  assert.ok(moves.includes('reopened'))
  const beside = async (account: string) => {
    const record = await recordOf(database, 'D2')
    return presentLife(await act((context) => showLife(context, record), account), english).traces
  }
  assert.deepEqual(
    (await beside(police)).map(({ id: trace, said, due }) => [trace, said, due]),
    [[id, 'expired', null]],
    'the page of the firearm shows its requests',
  )
  assert.deepEqual(await beside(recorder), [])
  await act((context) => moveTrace(context, { trace: id, to: 'reopened', why: 'they called' }))
  assert.deepEqual(await expireEverywhere(laterBy(90)), [], 'what was reopened waits for a person')
  const late = replyTo({ request: id, kind: 'negative', outcome: 'no_record' })
  await act((context) => receiveReply(context, { trace: id, message: late, door: 'file' }))
  assert.equal((await show(id)).state, 'answered_negative')
})

const handling: TraceReplyMessage['handling'] = {
  scheme: 'europol',
  sourceGrade: 'A',
  informationGrade: '1',
  codes: ['H0'],
  conditions: null,
  originator: 'Arms desk of XB',
  expires: null,
}
const chain: TraceReplyMessage['chain'] = [
  {
    ...{ place: 1, role: 'holder' as const, name: null, country: 'XB', quantity: null, document: null },
    ...{ date: { from: '2019-03-04', to: '2019-03-04' }, evidence: 'register' },
  },
]

test('what a partner replied goes to no court before its permission is noted, and no longer than it holds', async () => {
  const id = await sent('D3')
  const message = replyTo({ request: id, chain, handling })
  await act((context) => receiveReply(context, { trace: id, message, door: 'file' }))
  const input = { trace: id, form: 'json', of: 'reply', language: 'en', audience: 'court' } as const
  const document = (more: object = {}, later = 0) =>
    failureOf(act((context) => takeDocument(context, { ...input, ...more }), police, later))
  assert.equal(await document(), 'handling_forbids')
  const claimed = { permission: { by: 'Prosecutor of XB', until: null } }
  assert.equal(await document(claimed), 'permission_unknown', 'a claim is no permission')
  const today = new Date().toISOString().slice(0, 10)
  const until = new Date(Date.now() + 3 * DAY_MS).toISOString().slice(0, 10)
  const note = (more: object = {}) =>
    act((context) =>
      notePermission(context, {
        ...{ trace: id, audience: 'court', permitted: true, givenBy: 'Prosecutor of XB', givenOn: today },
        ...{ until, reference: 'XB 12/4', ...more },
      }),
    )
  assert.equal(await failureOf(note({ givenOn: '2126-01-01', until: null })), 'trace_moment_wrong')
  assert.equal(await failureOf(note({ message: randomUUID() })), 'not_found')
  await note()
  const shown = await show(id)
  assert.deepEqual([shown.reply?.courtUse, shown.reply?.message.courtUse.permitted], [true, false])
  assert.deepEqual(
    shown.permissions.map(({ message: of, givenBy, until: end }) => [of, givenBy, end]),
    [[message.id, 'Prosecutor of XB', until]],
  )
  assert.equal(await document(), 'done')
  assert.equal(await document({ permission: { by: 'prosecutor of XB', until } }), 'done')
  assert.equal(await document({ permission: { by: 'Somebody else', until } }), 'permission_unknown')
  assert.equal(await document({}, 5), 'handling_forbids', 'it has run out')
  await note({ permitted: false })
  assert.equal(await document(), 'handling_forbids')
})

test('what a node told moves the finding once a person confirms it, and back when that is taken back', async () => {
  const id = await sent('D4')
  const message = replyTo({ request: id, kind: 'partial', outcome: null, chain, handling })
  const { rows } = await database
    .pool('serve')
    .query<{ id: string; agency: string }>(
      `SELECT a.id, g.id AS agency FROM account a, agency g WHERE a.name = 'exchange process' AND g.name = 'Police of XA'`,
    )
  const node = { account: rows[0]!.id, name: 'exchange process' }
  const reader = await processReaderFor(database.pool('serve'), node, rows[0]!.agency, new Date())
  const received = { partner: 'XB', message: randomUUID(), body: message, sentAt: new Date() }
  await runCommand(database.services, reader, null, (context) => traceReceivers['trace-reply'](context, received))
  await act((context) =>
    closeTrace(context, {
      ...{ trace: id, originStatus: 'not_traceable_records_gone', outcome: 'no_record', failure: 'E10', why: 'burnt' },
    }),
  )
  const before = await show(id)
  assert.deepEqual(
    before.moved?.unjudged,
    before.reply?.records.map(({ record }) => record),
  )
  await act((context) => confirmFinding(context, { trace: id }))
  const confirmed = await show(id)
  assert.equal(confirmed.moved, null)
  const last = confirmed.findings.at(-1)!
  assert.deepEqual([last.occasion, last.by, last.records], ['confirmed', 'officer of the police', 2])
  assert.equal(confirmed.closings.at(-1)?.failure, 'E10', 'how it was closed is for another closing to say')
  assert.equal(await failureOf(act((context) => confirmFinding(context, { trace: id }))), 'trace_nothing_moved')
  await act((context) => takeBackFinding(context, { trace: id }))
  const back = await show(id)
  assert.deepEqual(back.moved, before.moved)
  assert.equal(back.findings.at(-1)?.occasion, 'taken_back')
  assert.equal(await failureOf(act((context) => takeBackFinding(context, { trace: id }))), 'trace_nothing_confirmed')
})
