import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { after, test } from 'node:test'
import { chancesFrom } from '../demonstration/random.ts'
import { befriend, partnerFileOf, testNode } from '../testing/nodes.ts'
import { fate, put } from '../testing/peer-faults.ts'
import { addPartner } from './commands/add-partner.ts'
import { LinkFailed, type PeerCaller } from './peer/call-peer.ts'

const one = await testNode('XA')
const other = await testNode('XB')
await befriend(one, other)
const DAY = 24 * 3_600_000

/** Something between the nodes that cuts a connection after so many bytes in one direction. */
async function cutter() {
  const cuts: { to: 'partner' | 'us'; after: number }[] = []
  const server = createServer((near: Socket) => {
    const cut = cuts.shift()
    const far = connect(Number(new URL(other.endpoint).port), '127.0.0.1')
    const end = () => {
      near.destroy()
      far.destroy()
    }
    const pass = (from: Socket, to: Socket, direction: 'partner' | 'us') => {
      let passed = 0
      from.on('data', (part) => {
        const left = cut?.to === direction ? cut.after - passed : Number.POSITIVE_INFINITY
        passed += part.length
        if (part.length < left) to.write(part)
        else to.write(part.subarray(0, left), end)
      })
      from.on('error', end)
      from.on('close', end)
    }
    pass(near, far, 'partner')
    pass(far, near, 'us')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => server.close())
  return { endpoint: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, cuts }
}

test('a message whose connection is cut, at whatever byte in either direction, is neither lost nor taken twice', async () => {
  const { endpoint, cuts } = await cutter()
  const through = partnerFileOf({ keys: other.keys, endpoint })
  await one.database.as(await one.database.installer(), (context) => addPartner(context, through))
  let broken = 0
  for (const to of ['partner', 'us'] as const) {
    for (let after = 0; after <= 4_500; after += 225) {
      one.caller.close()
      cuts.splice(0, cuts.length, { to, after })
      const message = await put(one, { partner: 'XB' })
      const first = await one.dispatch()
      if (first.acknowledged === 0) {
        broken++
        const { sent } = await fate(one, other, message)
        assert.equal(sent?.state, 'waiting', `${to} ${after}`)
        assert.equal((await one.dispatch(undefined, DAY)).acknowledged, 1, `${to} ${after}`)
      }
      await other.take()
      const { sent, came } = await fate(one, other, message)
      assert.deepEqual([sent?.state, came.length, came[0]?.state], ['acknowledged', 1, 'taken'], `${to} ${after}`)
      assert.equal(sent?.receipt, came[0]?.receipt)
    }
  }
  assert.ok(broken > 10, `only ${broken} were cut`)
  await one.database.as(await one.database.installer(), (context) => addPartner(context, partnerFileOf(other)))
})

test('over a link of which one call in five fails, of a thousand messages none is lost, none doubled, and each matter keeps its order', async () => {
  const chances = chancesFrom(7)
  const failing: { call: PeerCaller['call'] } = {
    call: async (address, request) => {
      const chance = chances.next()
      if (chance < 0.1) throw new LinkFailed('unreachable')
      const answer = await one.caller.call(address, request)
      if (chance < 0.2) throw new LinkFailed('link_cut')
      return answer
    },
  }
  const MATTERS = 100
  const sent = new Set<string>()
  for (let number = 0; number < 1_000; number++)
    sent.add(await put(one, { partner: 'XB', about: `matter ${number % MATTERS}`, body: noteNumbered(number) }))
  for (let round = 0; round < 60; round++) {
    await one.dispatch(failing, round * DAY)
    await other.take()
    const left = await one.run(({ query }) =>
      query.selectFrom('outbox_message').select('id').where('state', '!=', 'acknowledged').limit(1).execute(),
    )
    if (left.length === 0) break
  }
  const came = await other.run(({ query }) =>
    query
      .selectFrom('inbox_message')
      .select(['id', 'about', 'body', 'state', 'attempts'])
      .where('about', 'like', 'matter %')
      .orderBy('number')
      .execute(),
  )
  assert.deepEqual([came.length, new Set(came.map(({ id }) => id)).difference(sent).size], [1_000, 0])
  assert.ok(came.every(({ state, attempts }) => state === 'taken' && attempts === 1))
  for (const messages of Map.groupBy(came, ({ about }) => about).values()) {
    const numbers = messages.map(({ body }) => Number(JSON.parse(body.toString()).text))
    assert.deepEqual(
      numbers,
      numbers.toSorted((first, second) => first - second),
    )
  }
})

const noteNumbered = (number: number) => ({ form: 'proofmark-note-1', text: String(number), about: null })
