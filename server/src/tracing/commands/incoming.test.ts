import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { TraceForm } from '@proofmark/contract/schemas/trace-desk'
import { processReaderFor } from '../../access/queries/resolve-reader.ts'
import { runCommand } from '../../access/run-command.ts'
import { answerSavedItem } from '../../linkage/pointers/answer.ts'
import { listNotices } from '../../linkage/queries/list-notices.ts'
import { listQuestions } from '../../linkage/queries/list-questions.ts'
import { replyTo, requestFrom } from '../../testing/traces.ts'
import { presentDraft } from '../present/trace.ts'
import { agencyOfMessage } from '../queries/agency-of-message.ts'
import { formOf } from '../rules/requests/message-of.ts'
import { answerTrace } from './answer-trace.ts'
import { askOwners } from './ask-owners.ts'
import { draftAnswer } from './draft-answer.ts'
import { listTraces } from './list-traces.ts'
import { moveTrace } from './move-trace.ts'
import { saveRequestedItem } from './save-requested-item.ts'
import { takeIn } from './take-in-request.ts'
import {
  act,
  colleague,
  complete,
  customs,
  database,
  draft,
  failureOf,
  police,
  send,
  show,
} from './trace-desk.test-helper.ts'
import { traceReceivers } from './trace-receivers.ts'
import { typeIn } from './type-in-request.ts'

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

test('what others keep under restriction is asked about by the request itself, by another person than whoever took it in', async () => {
  const message = requestFrom('YHN820395')
  const id = await act(police, (context) => takeIn(context, { message, partner: 'XB', channel: 'siena' }))
  const drafted = presentDraft(await act(police, (context) => draftAnswer(context, id)))
  assert.deepEqual([drafted.own, drafted.others], [[], []], 'nothing of it is seen')
  const ask = (account: string) =>
    act(account, (context) => saveRequestedItem(context, { trace: id, basis: 'firearms_act' }))
  assert.equal(await failureOf(ask(police)), 'trace_pointer_own')
  const saved = await ask(colleague)
  assert.equal(await ask(colleague), saved, 'asked again it is the same question')
  const lines = await answerSavedItem(database.pool('match'), saved, new Date())
  assert.deepEqual(
    lines.map(({ agency }) => agency),
    ['Customs of XA'],
  )
  const told = await act(customs, listNotices)
  assert.ok(told.some(({ kind, reference }) => kind === 'pointer_given' && reference?.endsWith(id)))
  const { firearm } = message
  const serial = { observed: null, state: 'obliterated' as const, part: 'frame' as const }
  const weak = requestFrom('', { firearm: { ...firearm, serial } })
  const short = await act(police, (context) => takeIn(context, { message: weak, partner: 'XB', channel: 'siena' }))
  const asked = act(colleague, (context) => saveRequestedItem(context, { trace: short, basis: 'firearms_act' }))
  assert.equal(await failureOf(asked), 'mark_too_weak')
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
