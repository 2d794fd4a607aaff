import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sayIn } from '@proofmark/contract/catalogues'
import { ProofmarkError } from '@proofmark/contract/errors'
import { type TraceForm, traceDraftRequest } from '@proofmark/contract/schemas/trace-desk'
import { traceFigures as figuresSchema, traceList, traceShown } from '@proofmark/contract/schemas/trace-shown'
import type { Context } from '../../access/context.ts'
import { processReaderFor } from '../../access/queries/resolve-reader.ts'
import { runCommand } from '../../access/run-command.ts'
import { addPartner } from '../../exchange/commands/add-partner.ts'
import { listQuestions } from '../../linkage/queries/list-questions.ts'
import { courtText } from '../../review/commands/court-text.ts'
import { personOf } from '../../testing/desks.ts'
import { matchAll, recordOf } from '../../testing/matching.ts'
import { sourceWith, twoAgencies } from '../../testing/nation.ts'
import { keysOfTest, partnerFileOf } from '../../testing/nodes.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { completed, replyTo, requestFrom } from '../../testing/traces.ts'
import { presentBoard, presentDraft, presentFigures, presentTrace } from '../present/trace.ts'
import { agencyOfMessage } from '../queries/agency-of-message.ts'
import { traceFigures } from '../queries/figures.ts'
import { formOf } from '../rules/requests/message-of.ts'
import { answerTrace } from './answer-trace.ts'
import { askOwners } from './ask-owners.ts'
import { approveClosing, closeTrace } from './close-trace.ts'
import { draftAnswer } from './draft-answer.ts'
import { draftTrace } from './draft-trace.ts'
import { editTrace } from './edit-trace.ts'
import { listTraces } from './list-traces.ts'
import { moveTrace } from './move-trace.ts'
import { notePermission } from './note-permission.ts'
import { receiveReply } from './receive-reply.ts'
import { saveTerms } from './save-terms.ts'
import { sendTrace } from './send-trace.ts'
import { showTrace } from './show-trace.ts'
import { takeIn } from './take-in-request.ts'
import { traceReceivers } from './trace-receivers.ts'
import { typeIn } from './type-in-request.ts'

const database = await testDatabase()
const { police, customs } = await twoAgencies(database)
const colleague = await personOf(database, 'Police of XA', 'second tracer', ['trace_officer'])

const HEAD = 'id,serial,make,model,calibre,type,country,date,place,reason\n'
const row = (id: string, serial: string, date: string) =>
  `${id},${serial},Taurus,PT 92,9x19mm,pistol,BR,${date},North Gate,Firearms Act s. 5`
const keys = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9']
await sourceWith(
  database,
  { name: 'seizures', kind: 'seizure', agency: 'Police of XA', visibility: 'pointer' },
  `${HEAD}${keys.map((key, at) => row(key, `TKR1048${at}X`, '2026-05-04')).join('\n')}\n`,
)
await sourceWith(
  database,
  { name: 'customs imports', kind: 'delivery', agency: 'Customs of XA', visibility: 'open' },
  `${HEAD}${row('C1', 'PZB551279', '2019-02-03')}\n`,
)
await sourceWith(
  database,
  { name: 'register', kind: 'register', agency: 'Police of XA', visibility: 'pointer' },
  `${HEAD}${row('R1', 'HHW907712', '2018-02-03')}\n`,
)
await matchAll(database)

const DAY_MS = 86_400_000
const english = { say: sayIn('en'), locale: 'en' } as const

async function act<Result>(account: string, work: (context: Context) => Promise<Result>, daysLater = 0) {
  const clock = () => new Date(Date.now() + daysLater * DAY_MS)
  const reader = await database.reader(account)
  const grounds = { purpose: 'criminal_investigation', reference: 'case 7' } as const
  return runCommand({ ...database.services, clock }, reader, grounds, work)
}
const failureOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (failure: unknown) => (failure instanceof ProofmarkError ? failure.code : String(failure)),
  )
const show = async (account: string, id: string, daysLater = 0) =>
  traceShown.parse(presentTrace(await act(account, (context) => showTrace(context, id), daysLater), english))
async function draft(key: string, more: object = {}, account = police) {
  const input = { id: randomUUID(), record: await recordOf(database, key), to: { partner: 'XB' }, ...more }
  const { grounds: _, ...body } = traceDraftRequest.parse({ ...input, grounds: { purpose: 'trace' } })
  return act(account, (context) => draftTrace(context, body))
}
async function complete(id: string, account = police) {
  const { form, version } = await show(account, id)
  await act(account, (context) => editTrace(context, { trace: id, version, form: completed(form), to: {} }))
}
const send = (id: string, more: object = {}, account = police) =>
  act(account, (context) => sendTrace(context, { trace: id, channel: 'siena', ...more }))
const receive = (id: string, message: ReturnType<typeof replyTo>, account = police) =>
  act(account, (context) => receiveReply(context, { trace: id, message, door: 'file' }))
async function sent(key: string, more: object = {}) {
  const id = await draft(key)
  await complete(id)
  await send(id, more)
  return id
}

test('a draft is filled from the record and says what is missing, and is the same when it is sent again', async () => {
  const id = randomUUID()
  assert.equal(await draft('S1', { id }), id)
  assert.equal(await draft('S1', { id }), id)
  assert.equal(await failureOf(draft('S2', { id })), 'trace_id_used')
  const shown = await show(police, id)
  assert.deepEqual(
    [
      shown.state,
      shown.country,
      shown.form.firearm.make,
      shown.form.firearm.serial.observed,
      shown.form.circumstances.kind,
    ],
    ['draft', 'XB', 'Taurus', 'TKR10480X', 'seized'],
  )
  assert.equal(shown.form.legalJustification, 'Firearms Act s. 5')
  assert.equal(shown.proposal.reason, 'national_first')
  assert.deepEqual(
    shown.findings.map(({ occasion }) => occasion),
    ['drafted'],
  )
  assert.equal(shown.completeness.mayLeave, true)
  assert.ok(shown.completeness.missing.some(({ need, ask }) => need === 'photographs' && ask === 'examiner'))
})

test('nothing leaves that lacks what the Instrument asks for, is urgent without a reason, or goes to nobody', async () => {
  assert.equal(await failureOf(draft('S2', { priority: 'urgent' })), 'trace_urgent_unjustified')
  const id = await draft('R1', { to: {} })
  assert.equal(await failureOf(send(id)), 'trace_partner_needed')
  assert.equal(await failureOf(send(id, { partner: 'XC' })), 'trace_incomplete')
  await complete(id)
  assert.equal(await failureOf(send(id, { partner: 'XC', at: '2126-01-01T00:00:00Z' })), 'trace_moment_wrong')
  await send(id, { partner: 'XC' })
  const { state, history, message, country } = await show(police, id)
  assert.deepEqual([state, country], ['sent', 'BR'])
  assert.deepEqual(
    history.map((step) => step.state),
    ['draft', 'validated', 'foreign_prepared', 'sent'],
  )
  assert.ok(history.every(({ by, ours }) => by === 'officer of the police' && ours))
  assert.equal(message?.firearm.serial.observed, 'HHW907712')
})

test('what an open request asks is not asked again unawares, by its links or by make and mark', async () => {
  const first = await sent('S2')
  const again = await draft('S2')
  await complete(again)
  const { duplicates } = await show(police, again)
  assert.deepEqual(
    duplicates.map(({ id, ground }) => [id, ground]),
    [[first, 'same_firearm']],
  )
  assert.equal(await failureOf(send(again)), 'trace_duplicate')
  await send(again, { despiteDuplicates: 'the first went to the wrong desk' })
})

test('two officers at once: of two edits one stands, and of two sendings of the same one leaves', async () => {
  const [one, other] = [await draft('S3'), await draft('S3')]
  const { form, version } = await show(police, one)
  const edit = (account: string) =>
    failureOf(act(account, (context) => editTrace(context, { trace: one, version, form: completed(form), to: {} })))
  assert.deepEqual((await Promise.all([edit(police), edit(colleague)])).sort(), ['done', 'trace_outdated'])
  await complete(other, colleague)
  const sendings = [failureOf(send(one)), failureOf(send(other, {}, colleague))]
  assert.deepEqual((await Promise.all(sendings)).sort(), ['done', 'trace_duplicate'])
})

test('a request and all of its parts are of the agency that asks, and of nobody else', async () => {
  const id = await draft('C1')
  assert.equal(await failureOf(show(customs, id)), 'not_found')
  assert.equal(await failureOf(send(id, {}, customs)), 'not_found')
  const { traces } = await act(customs, (context) => listTraces(context, { after: 0, limit: 50 }))
  assert.deepEqual(traces, [])
})

test('a reply’s chain becomes records of the firearm, moves the finding, keeps the earlier one and prepares the next hop', async () => {
  const id = await sent('S4')
  const day = { from: '2019-03-04', to: '2019-03-04' }
  const link = { name: 'Taurus', country: 'BR', date: day, quantity: null, document: null, evidence: 'register' }
  const chain = [
    { ...link, place: 1, role: 'manufacturer' as const, date: { from: '2018-01-01', to: '2018-12-31' } },
    { ...link, place: 2, role: 'exporter' as const, document: { kind: 'licence', number: '=HYPERLINK("x")' } },
    {
      ...link,
      place: 3,
      role: 'holder' as const,
      name: '\u202Eevil\u202C',
      date: { from: '2020-05-05', to: '2020-05-05' },
    },
  ]
  const next = { country: 'XC', importer: 'Arms Trade Ltd', role: 'last_import' as const }
  const message = replyTo({ request: id, kind: 'partial', outcome: 'to_export', chain, next })
  assert.equal(await failureOf(receive(id, replyTo({ request: randomUUID() }))), 'trace_reply_foreign')
  await receive(id, message)
  await receive(id, message)
  const shown = await show(police, id)
  assert.deepEqual([shown.state, shown.replies.length, shown.reply?.records.length], ['answered_partial', 1, 3])
  assert.deepEqual(
    shown.findings.map(({ occasion, records }) => [occasion, records]),
    [
      ['drafted', 1],
      ['sent', 1],
      ['replied', 4],
    ],
  )
  assert.equal(shown.findings.at(-1)?.diversions[0]?.from, '2020-05-05')
  const [child] = shown.children
  assert.deepEqual([shown.children.length, child?.country, child?.state], [1, 'XC', 'draft'])
  const hop = await show(police, child!.id)
  assert.deepEqual([hop.parent, hop.form.firearm.importer, hop.form.firearm.make], [id, 'Arms Trade Ltd', 'Taurus'])
  await send(hop.id)
  assert.equal((await show(police, id)).state, 'next_hop')
  const kept = { ...message.handling, codes: ['H2'] }
  await receive(id, replyTo({ request: id, handling: kept, next: { ...next, country: 'XE' } }))
  const onward = (await show(police, id)).children.find(({ country }) => country === 'XE')
  assert.equal(await failureOf(send(onward!.id)), 'handling_forbids')
  assert.equal(await failureOf(act(customs, (context) => showTrace(context, id))), 'not_found')
})

test('the next hop goes by the node of the state, where there is one', async () => {
  const file = partnerFileOf({ keys: keysOfTest('XQ'), endpoint: 'https://127.0.0.1:1' })
  await database.as(await database.installer(), (context) => addPartner(context, file))
  const id = await sent('S9')
  const next = { country: 'XQ', importer: null, role: 'last_import' as const }
  await receive(id, replyTo({ request: id, kind: 'partial', outcome: 'to_export', next }))
  const [child] = (await show(police, id)).children
  const { partner, channel } = await show(police, child!.id)
  assert.deepEqual([partner, channel], ['XQ', 'node'])
})

test('what a partner replies is intelligence until the partner permits its use in court', async () => {
  const id = await sent('S5')
  const chain = [
    {
      place: 1,
      role: 'importer' as const,
      name: 'Importer Ltd',
      country: 'XB',
      date: { from: '2019-01-01', to: '2019-12-31' },
      quantity: 40,
      document: null,
      evidence: null,
    },
  ]
  await receive(id, replyTo({ request: id, chain }))
  const record = await recordOf(database, 'S5')
  const [told] = (await show(police, id)).reply!.records
  const second = await act(colleague, async (context) => {
    const { judge } = await import('../../linkage/commands/judge.ts')
    const pair = { record, other: told!.record, about: 'firearm', verdict: 'same' } as const
    return judge(context, { id: randomUUID(), ...pair })
  })
  assert.ok(second)
  assert.equal(await failureOf(act(police, (context) => courtText(context, { record }))), 'court_intelligence')
  const note = (permitted: boolean) =>
    act(police, (context) =>
      notePermission(context, {
        ...{ trace: id, audience: 'court', permitted, givenBy: 'Arms desk of XB', givenOn: '2026-11-24' },
        ...{ until: null, reference: 'XB 12/4' },
      }),
    )
  await note(true)
  assert.equal(await failureOf(act(police, (context) => courtText(context, { record }))), 'done')
  await note(false)
  assert.equal(await failureOf(act(police, (context) => courtText(context, { record }))), 'court_intelligence')
  const courtUse = { permitted: true, on: '2026-11-25', by: 'Arms desk of XB' }
  await receive(
    id,
    replyTo({ request: id, chain, courtUse, handling: { ...replyTo({ request: id }).handling, codes: ['H1'] } }),
  )
  assert.equal(await failureOf(act(police, (context) => courtText(context, { record }))), 'done')
})

test('a refusal and a delay state their reason; an answer may still follow, and whoever answers late is heard', async () => {
  const id = await sent('S6')
  assert.equal(await failureOf(receive(id, replyTo({ request: id, kind: 'refused' }))), 'trace_reason_needed')
  await receive(id, replyTo({ request: id, kind: 'delayed', reason: 'national_security' }))
  assert.equal((await show(police, id)).clocks.length, 4)
  const move = (to: 'expired', daysLater: number) =>
    failureOf(act(police, (context) => moveTrace(context, { trace: id, to, why: 'no answer' }), daysLater))
  assert.equal(await move('expired', 3), 'trace_move_refused')
  assert.equal(await move('expired', 60), 'done')
  await receive(id, replyTo({ request: id, kind: 'negative', outcome: 'no_record' }))
  assert.equal((await show(police, id)).state, 'answered_negative')
})

const point = {
  kind: 'theft-private' as const,
  window: { from: '2020-01-01', to: '2021-01-01' },
  place: 'XB',
  lastLawfulHolder: null,
  evidence: ['reply XB 12'],
}

test('a trace closes with a status; a failed one with its cause; what counts with a second person, and never by the same', async () => {
  const id = await sent('S7')
  await receive(id, replyTo({ request: id }))
  const close = (more: object) =>
    failureOf(
      act(police, (context) =>
        closeTrace(context, {
          trace: id,
          originStatus: 'traced_foreign_reply',
          outcome: 'to_last_lawful_holder',
          why: 'answered',
          ...more,
        }),
      ),
    )
  assert.equal(
    await close({ originStatus: 'not_traceable_records_gone', outcome: 'no_record' }),
    'trace_failure_needed',
  )
  assert.equal(await close({}), 'trace_point_needed')
  assert.equal(await close({ outcome: 'failed', failure: 'E9', point }), 'trace_status_contradicts')
  assert.equal(await close({ originStatus: 'trace_pending' }), 'trace_status_contradicts')
  assert.equal(await close({ point }), 'done')
  const approve = (account: string, closing = 1) =>
    failureOf(act(account, (context) => approveClosing(context, { trace: id, closing, approved: true, why: 'seen' })))
  assert.equal((await show(police, id)).closings[0]?.counts, 'waits')
  assert.equal(await approve(police), 'trace_approval_own')
  assert.deepEqual((await Promise.all([approve(colleague), approve(colleague)])).sort(), ['done', 'trace_not_waiting'])
  const { closings } = await show(police, id)
  assert.deepEqual([closings[0]?.counts, closings[0]?.approval?.by], ['yes', 'second tracer'])
  await act(police, (context) => moveTrace(context, { trace: id, to: 'reopened', why: 'new evidence' }))
  assert.equal(await close({ originStatus: 'not_traceable_records_gone', outcome: 'failed', failure: 'E10' }), 'done')
  const figures = figuresSchema.parse(
    presentFigures(await act(police, (context) => traceFigures(context, {})), english),
  )
  assert.deepEqual(
    figures.failures.map(({ code, traces, upTo }) => [code, traces, upTo]),
    [['E10', 1, 1]],
  )
  const xb = figures.partners.find(({ partner }) => partner === 'XB')
  assert.deepEqual([xb?.medianDays, xb!.answered >= 4], [0, true])
})

test('the board knows what is overdue by the partner’s terms, from what is on record alone', async () => {
  const days = (amount: number) => ({ amount, unit: 'working_days' as const })
  const deadlines = { acknowledge: days(1), answer: days(3), remind: days(4), escalate: days(6) }
  const calendar = { timeZone: 'Africa/Nairobi', workingDays: [1, 2, 3, 4, 5], holidays: [] }
  await act(police, (context) =>
    saveTerms(context, { partner: 'XD', deadlines: { routine: deadlines, urgent: deadlines }, calendar }),
  )
  const id = await draft('S8', { to: { partner: 'XD' } })
  await complete(id)
  await send(id, { at: new Date(Date.now() - 20 * DAY_MS).toISOString() })
  const board = async (list: 'overdue' | 'mine' | 'closed', more: object = {}) =>
    traceList.parse(
      presentBoard(await act(police, (context) => listTraces(context, { ...{ after: 0, limit: 50 }, list, ...more }))),
    )
  const overdue = await board('overdue')
  assert.deepEqual(
    overdue.traces.map((trace) => trace.id),
    [id],
  )
  assert.deepEqual(
    overdue.traces[0]?.clocks.map(({ over }) => over),
    [true, true, true, true, false],
  )
  assert.equal((await board('mine', { partner: 'XD' })).traces.length, 1)
  assert.ok((await board('mine')).counts.waiting > 1)
})

test('an incoming request is matched on arrival, answered from one’s own records, and asked for inside the state', async () => {
  const message = requestFrom('HHW907712')
  const arrive = () => act(police, (context) => takeIn(context, { message, partner: 'XB', channel: 'siena' }))
  const id = await arrive()
  assert.equal(await arrive(), id)
  const shown = await show(police, id)
  assert.deepEqual([shown.direction, shown.state, shown.theirId, shown.awaits], ['incoming', 'sent', message.id, 'us'])
  assert.deepEqual(
    shown.records.map(({ key }) => key),
    ['R1'],
  )
  const drafted = presentDraft(await act(police, (context) => draftAnswer(context, id)))
  assert.deepEqual(
    [drafted.reply.kind, drafted.reply.chain.map(({ role, name }) => [role, name])],
    ['partial', [['holder', null]]],
  )
  const answer = { trace: id, id: randomUUID(), reply: drafted.reply }
  await act(police, (context) => answerTrace(context, answer))
  await act(police, (context) => answerTrace(context, answer))
  const after = await show(police, id)
  assert.deepEqual([after.state, after.replies.length, after.awaits], ['answered_partial', 1, null])
  const paper = { id: randomUUID(), partner: 'XC', country: 'XC', channel: 'other', form: formOf(message) } as const
  const type = (form: TraceForm) => act(police, (context) => typeIn(context, { ...paper, form }))
  assert.equal(await failureOf(type({ ...paper.form, legalJustification: null })), 'trace_incomplete')
  const written = { ...paper.form, addressee: { country: null, contact: null, role: null } }
  const fromPaper = await show(police, await type(written))
  assert.deepEqual(
    [fromPaper.partner, fromPaper.theirId, fromPaper.state, fromPaper.records.map(({ key }) => key)],
    ['XC', paper.id, 'sent', ['R1']],
    'what was typed in is as what a node sent',
  )
  assert.deepEqual([fromPaper.message?.addressee.country, fromPaper.message?.requester.country], ['XA', 'XC'])
  const foreign = requestFrom('PZB551279')
  const theirs = await act(police, (context) => takeIn(context, { message: foreign, partner: 'XB', channel: 'siena' }))
  const owners = presentDraft(await act(police, (context) => draftAnswer(context, theirs)))
  assert.deepEqual(
    [owners.own, owners.others.map(({ name, records }) => [name, records])],
    [[], [['Customs of XA', 1]]],
  )
  const question = {
    trace: theirs,
    id: randomUUID(),
    basis: 'firearms_act' as const,
    agencies: [owners.others[0]!.agency],
  }
  await act(police, (context) => askOwners(context, question))
  assert.equal(presentDraft(await act(police, (context) => draftAnswer(context, theirs))).questions.length, 1)
  assert.equal((await act(customs, listQuestions)).received.length, 1)
})

test('by a node the same happens once, in the name of the agency concerned, and no partner touches another’s request', async () => {
  const { rows } = await database
    .pool('serve')
    .query<{ id: string }>(`SELECT id FROM account WHERE name = 'exchange process'`)
  const process = { account: rows[0]!.id, name: 'exchange process' }
  const policeAgency = (await database.reader(police)).agency!.id
  const arrive = async (kind: keyof typeof traceReceivers, partner: string, body: unknown) => {
    const pool = database.pool('serve')
    const nobody = { ...process, agency: null, roles: [], installer: false, classes: [] }
    const agency = await runCommand(database.services, nobody, null, (context) =>
      agencyOfMessage(context, { partner, kind, body }),
    )
    const reader = agency === null ? nobody : await processReaderFor(pool, process, agency, new Date())
    const received = { partner, message: randomUUID(), body, sentAt: new Date() }
    return runCommand(database.services, reader, null, (context) => traceReceivers[kind](context, received))
  }
  const id = await draft('S1', { to: { partner: 'XE' } })
  await complete(id)
  await send(id, { partner: 'XE' })
  const notice = { form: 'proofmark-trace-1', request: id, at: '2026-11-20T10:00:00Z', text: '‮x' }
  const acknowledgement = { ...notice, what: 'trace-acknowledgement', reference: null }
  assert.equal(await failureOf(arrive('trace-acknowledgement', 'XB', acknowledgement)), 'not_found')
  await arrive('trace-acknowledgement', 'XE', acknowledgement)
  await arrive('trace-information-request', 'XE', { ...notice, what: 'trace-information-request' })
  await act(police, (context) => moveTrace(context, { trace: id, to: 'information_supplied', why: 'photographs sent' }))
  const reply = replyTo({ request: id, kind: 'negative', outcome: 'no_record' })
  await arrive('trace-reply', 'XE', reply)
  await arrive('trace-reply', 'XE', reply)
  await arrive('trace-acknowledgement', 'XE', acknowledgement)
  const { history, replies } = await show(police, id)
  assert.deepEqual(
    history.slice(4).map(({ state, ours }) => [state, ours]),
    [
      ['acknowledged', false],
      ['information_requested', false],
      ['information_supplied', true],
      ['answered_negative', false],
    ],
  )
  assert.deepEqual(
    replies.map(({ door, by }) => [door, by]),
    [['node', null]],
  )
  const message = requestFrom('HHW907712')
  await arrive('trace-request', 'XE', message)
  await arrive('trace-withdrawal', 'XE', { ...notice, what: 'trace-withdrawal', request: message.id })
  const { traces } = await act(police, (context) =>
    listTraces(context, { list: 'closed', partner: 'XE', after: 0, limit: 50 }),
  )
  assert.deepEqual(
    traces.map(({ state, agency, direction }) => [state, agency === policeAgency, direction]),
    [['withdrawn', true, 'incoming']],
  )
})
