import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { traceDraftRequest } from '@proofmark/contract/schemas/trace-desk'
import { personOf } from '../../testing/desks.ts'
import { matchAll, recordOf } from '../../testing/matching.ts'
import { sourceWith } from '../../testing/nation.ts'
import { befriend, type TestNode, testNode } from '../../testing/nodes.ts'
import { completed } from '../../testing/traces.ts'
import { answerTrace } from './answer-trace.ts'
import { draftAnswer } from './draft-answer.ts'
import { draftTrace } from './draft-trace.ts'
import { editTrace } from './edit-trace.ts'
import { listTraces } from './list-traces.ts'
import { moveTrace } from './move-trace.ts'
import { sendTrace } from './send-trace.ts'
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
