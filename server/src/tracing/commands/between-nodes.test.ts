import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { traceDraftRequest } from '@proofmark/contract/schemas/trace-desk'
import { sendCorrection } from '../../exchange/commands/send-correction.ts'
import { presentCorrections } from '../../exchange/present/correction.ts'
import { switchPartner } from '../../exchange/private/commands/switch-partner.ts'
import { isToldStopped } from '../../exchange/private/queries/told-stops.ts'
import { correctionsReceived } from '../../exchange/queries/corrections-received.ts'
import { personOf } from '../../testing/desks.ts'
import { matchAll, recordOf } from '../../testing/matching.ts'
import { sourceWith } from '../../testing/nation.ts'
import { befriend, type TestNode, testNode } from '../../testing/nodes.ts'
import { completed } from '../../testing/traces.ts'
import { countUnsettledCorrections } from '../queries/received-corrections.ts'
import { answerTrace } from './answer-trace.ts'
import { draftAnswer } from './draft-answer.ts'
import { draftTrace } from './draft-trace.ts'
import { editTrace } from './edit-trace.ts'
import { listTraces } from './list-traces.ts'
import { moveTrace } from './move-trace.ts'
import { sendTrace } from './send-trace.ts'
import { settleCorrection } from './settle-correction.ts'
import { needTrace } from './write-trace.ts'

const HEAD = 'id,serial,make,model,calibre,type,country,date,place,reason\n'
const FIREARM = 'TKR104829,Taurus,PT 92,9x19mm,pistol,BR'
const [asking, answering] = [await testNode('XA'), await testNode('XB')]
const tracers = new Map<TestNode, string>()
for (const [node, source, kind, rows] of [
  [asking, 'seizures', 'seizure', `S1,${FIREARM},2026-05-04,Gate,Firearms Act s. 5\n`],
  [answering, 'exports', 'export-licence', `E1,${FIREARM},2019-05-04,Port,\n`],
  [answering, 'register', 'register', `R1,${FIREARM},2018-05-04,Town,\n`],
] as const) {
  const agency = `Police of ${node.keys.node}`
  if (!tracers.has(node)) tracers.set(node, await personOf(node.database, agency, 'tracer', ['trace_officer']))
  await sourceWith(node.database, { name: source, kind, agency, visibility: 'pointer' }, HEAD + rows)
}
await matchAll(answering.database)
await befriend(asking, answering)

const act = async <Result>(node: TestNode, work: Parameters<typeof node.database.as<Result>>[1]) =>
  node.database.as(await node.database.reader(tracers.get(node)!), work)
/** Everything that waits goes over, both ways, and has its effect. */
async function exchange() {
  for (const [from, to] of [
    [asking, answering],
    [answering, asking],
  ] as const) {
    await from.dispatch()
    await to.take()
  }
}

test('a request goes from one state’s node to the other’s, and its answer comes back into the firearm’s life', async () => {
  const id = randomUUID()
  const record = await recordOf(asking.database, 'S1')
  const { grounds: _, ...draft } = traceDraftRequest.parse({
    id,
    record,
    to: { partner: 'XB' },
    grounds: { purpose: 'trace' },
  })
  await act(asking, (context) => draftTrace(context, draft))
  const { form, version, channel } = await act(asking, (context) => needTrace(context, id))
  assert.equal(channel, 'node')
  await act(asking, (context) => editTrace(context, { trace: id, version, form: completed(form), to: {} }))
  await act(asking, (context) => sendTrace(context, { trace: id, channel: 'node' }))
  await exchange()
  const { traces } = await act(answering, (context) => listTraces(context, { list: 'incoming', after: 0, limit: 50 }))
  const [theirs] = traces
  assert.deepEqual([traces.length, theirs?.theirId, theirs?.asker], [1, id, 'XA'])
  await act(answering, (context) => moveTrace(context, { trace: theirs!.id, to: 'acknowledged', why: 'received' }))
  await exchange()
  assert.equal((await act(asking, (context) => needTrace(context, id))).state, 'acknowledged')
  const { reply } = await act(answering, (context) => draftAnswer(context, theirs!.id))
  await act(answering, (context) =>
    answerTrace(context, { trace: theirs!.id, id: randomUUID(), reply: { ...reply, kind: 'full' } }),
  )
  await exchange()
  const answered = await act(asking, (context) => needTrace(context, id))
  assert.deepEqual(answered.steps.map(({ state, by }) => [state, by]).slice(-2), [
    ['acknowledged', 'XB'],
    ['answered_full', 'XB'],
  ])
  const { rows } = await asking.database.pool('backup').query<{ event: string }>(
    `SELECT v.event FROM record_version v JOIN record r ON r.id = v.record_id JOIN source s ON s.id = r.source_id
     WHERE s.kind = 'trace-result'`,
  )
  assert.deepEqual(
    rows.map(({ event }) => event),
    ['transfer'],
  )
})

const inboxBodies = async (node: TestNode, kind: string) => {
  const { rows } = await node.database
    .pool('backup')
    .query<{ id: string; body: Buffer; receipt: string }>(
      `SELECT id, body, receipt FROM inbox_message WHERE kind = '${kind}' ORDER BY number`,
    )
  return rows.map(({ body, ...rest }) => ({ ...rest, said: JSON.parse(body.toString()) as Record<string, unknown> }))
}

test('an acknowledgement bears the handling of the request that it acknowledges', async () => {
  const [request] = await inboxBodies(answering, 'trace-request')
  const [acknowledged] = await inboxBodies(asking, 'trace-acknowledgement')
  assert.ok(request?.said.handling)
  assert.deepEqual(acknowledged?.said.handling, request.said.handling)
})

test('a correction leads to the trace that rests on it, and what came of it stands no longer once a person says so', async () => {
  const [exported] = [await recordOf(answering.database, 'E1')]
  const told = await answering.database
    .pool('backup')
    .query<{ subject: string }>('SELECT DISTINCT subject FROM dissemination')
  assert.ok(told.rows.length > 0, exported)
  const { subject } = told.rows[0]!
  await act(answering, (context) => sendCorrection(context, { subject, said: 'It was another firearm.', erase: false }))
  await exchange()
  const received = () => act(asking, correctionsReceived)
  const [correction] = await received()
  const [touched] = correction!.traces
  assert.equal(correction?.said, 'It was another firearm.')
  assert.equal(touched?.records.length, 1)
  assert.deepEqual([touched?.made, touched?.asked.length], [touched?.records, 1])
  assert.equal(await act(asking, countUnsettledCorrections), 1)
  const shown = presentCorrections([], await received()).received[0]
  assert.deepEqual([shown?.traces[0]?.proposed, shown?.receipt], ['taken_back', correction?.receipt])
  const settled = { trace: touched!.trace, partner: 'XB', message: correction!.message, note: 'not ours' } as const
  const stranger = await personOf(asking.database, 'Customs of XA', 'other tracer', ['trace_officer'])
  const other = await asking.database.reader(stranger)
  assert.equal((await asking.database.as(other, correctionsReceived))[0]?.traces.length, 0)
  assert.equal(presentCorrections([], await asking.database.as(other, correctionsReceived)).received[0]?.said, null)
  await act(asking, (context) => settleCorrection(context, { ...settled, act: 'taken_back' }))
  await assert.rejects(
    act(asking, (context) => settleCorrection(context, { ...settled, act: 'kept' })),
    { code: 'correction_settled' },
  )
  const after = (await received())[0]?.traces[0]
  assert.deepEqual([after?.records, after?.made, after?.settled?.act], [[], touched?.made, 'taken_back'])
  assert.equal(await act(asking, countUnsettledCorrections), 0)
  const { rows } = await asking.database
    .pool('backup')
    .query(
      `SELECT FROM record r JOIN source s ON s.id = r.source_id WHERE s.kind = 'trace-result' AND r.version IS NOT NULL`,
    )
  assert.equal(rows.length, 0)
})

test('a partner is told that its questions are stopped and not why, and told again when they are not', async () => {
  const steward = await personOf(answering.database, 'Police of XB', 'steward', ['data_steward'])
  const turn = async (stopped: boolean) => {
    const wanted = { partner: 'XA', dataClass: 'lost_stolen_wanted', stopped, reason: 'asked too much' } as const
    await answering.database.as(await answering.database.reader(steward), (context) =>
      switchPartner(context, 'XB', wanted),
    )
    await exchange()
    return act(asking, (context) => isToldStopped(context, 'XB', 'lost_stolen_wanted'))
  }
  assert.equal(await turn(true), true)
  const [told] = await inboxBodies(asking, 'look-up-stop')
  assert.equal(JSON.stringify(told?.said).includes('asked too much'), false)
  assert.equal(await turn(true), true, 'twice is once')
  assert.equal((await inboxBodies(asking, 'look-up-stop')).length, 1)
  assert.equal(await turn(false), false)
})
