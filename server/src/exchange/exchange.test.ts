import assert from 'node:assert/strict'
import { test } from 'node:test'
import { befriend, testNode } from '../testing/nodes.ts'
import { sendMessage } from './commands/send-message.ts'

const one = await testNode('XA')
const other = await testNode('XB')
await befriend(one, other)

const note = (text: string) => ({ form: 'proofmark-note-1', text, about: null })
const sendNote = async (text: string, about?: string) =>
  one.database.as(await one.database.installer(), (context) =>
    sendMessage(context, { partner: 'XB', kind: 'note', body: note(text), about }),
  )

test('a message arrives once, has its effect, and its receipt comes back', async () => {
  const { message } = await sendNote('hello')
  assert.deepEqual(await one.dispatch(), { attempts: 1, acknowledged: 1 })
  assert.equal(await other.take(), 1)
  const sent = await one.run(({ query }) =>
    query.selectFrom('outbox_message').selectAll().where('id', '=', message).executeTakeFirstOrThrow(),
  )
  const received = await other.run(({ query }) =>
    query.selectFrom('inbox_message').selectAll().where('id', '=', message).executeTakeFirstOrThrow(),
  )
  assert.equal(sent.state, 'acknowledged')
  assert.equal(received.state, 'taken')
  assert.equal(received.receipt, sent.receipt)
  assert.deepEqual(received.body, sent.body)
  assert.deepEqual(received.sha256, sent.sha256)
})
