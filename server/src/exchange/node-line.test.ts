import assert from 'node:assert/strict'
import { test } from 'node:test'
import { personOf } from '../testing/desks.ts'
import { noNode } from '../testing/no-node.ts'
import { befriend, testNode } from '../testing/nodes.ts'
import { sendMessage } from './commands/send-message.ts'
import { answersToDesk, nodeLine } from './node-line.ts'
import { historyOf } from './queries/deliveries.ts'
import { showPartner } from './queries/show-partner.ts'

const [here, there] = [await testNode('XA'), await testNode('XB')]
await befriend(here, there)
const lineOf = (node: typeof here) => {
  const answers = answersToDesk(node)
  return nodeLine(async (_to, name, input) => structuredClone(await answers[name]!(structuredClone(input))))
}
const officerOf = (node: typeof here) => personOf(node.database, 'Focal point', 'Officer', ['trace_officer'])
const [sender, recipient] = [await officerOf(here), await officerOf(there)]
const asSender = async <Result>(work: Parameters<typeof here.database.as<Result>>[1]) =>
  here.database.as(await here.database.reader(sender), work)

test('what waits for a partner goes as a file and its receipt comes back as one, in the name of whoever asks', async () => {
  const body = { form: 'proofmark-note-1', text: 'Ring us.', about: null }
  const { message } = await asSender((context) => sendMessage(context, { partner: 'XB', kind: 'note', body }))
  const { sealed, messages } = await lineOf(here).takeOut(sender, 'XB')
  assert.deepEqual(messages, [message])
  const taken = await lineOf(there).takeIn(recipient, sealed)
  assert.deepEqual(
    { ...taken, refused: [...taken.refused] },
    {
      partner: 'XA',
      stored: 1,
      repeated: 0,
      acknowledged: 0,
      refused: [],
    },
  )
  const back = await lineOf(there).takeOut(recipient, 'XA')
  assert.equal((await lineOf(here).takeIn(sender, back.sealed)).acknowledged, 1)
  const asked = { direction: 'out', partner: 'XB', message } as const
  const history = await asSender((context) => historyOf(context, asked))
  assert.deepEqual(
    history.map(({ reason, by }) => ({ reason, by })),
    [
      { reason: 'by_file', by: null },
      { reason: 'by_file', by: 'Officer' },
    ],
  )
  const shown = await asSender((context) => showPartner(context, 'XB'))
  assert.equal(shown.partner.figures.acknowledged, 1)
  assert.deepEqual(
    shown.versions.map(({ version }) => version),
    [1],
  )
})

test('the process with the keys asks once more who may, and says why not by the error’s own code', async () => {
  const clerk = await personOf(here.database, 'Focal point', 'Clerk', ['recorder'])
  await assert.rejects(lineOf(here).takeOut(clerk, 'XB'), { code: 'role_needed' })
  await assert.rejects(lineOf(here).takeOut(sender, 'XZ'), { code: 'partner_unknown' })
  await assert.rejects(lineOf(here).takeIn(sender, 'no envelope'), { code: 'envelope_unreadable' })
  await assert.rejects(noNode.takeIn(sender, 'no envelope'), { code: 'exchange_not_running' })
  assert.equal((await lineOf(here).identity()).node, 'XA')
})
