import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { addPartner } from '../../exchange/commands/add-partner.ts'
import { courtText } from '../../review/commands/court-text.ts'
import { recordOf } from '../../testing/matching.ts'
import { keysOfTest, partnerFileOf } from '../../testing/nodes.ts'
import { replyTo } from '../../testing/traces.ts'
import { moveTrace } from './move-trace.ts'
import { notePermission } from './note-permission.ts'
import { showTrace } from './show-trace.ts'
import {
  act,
  colleague,
  customs,
  database,
  failureOf,
  police,
  receive,
  send,
  sent,
  show,
} from './trace-desk.test-helper.ts'

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
