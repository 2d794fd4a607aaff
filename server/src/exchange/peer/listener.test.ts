import assert from 'node:assert/strict'
import { request } from 'node:https'
import { Readable } from 'node:stream'
import { after, test } from 'node:test'
import { keysOfTest, partnerFileOf, testNode } from '../../testing/nodes.ts'
import { addPartner } from '../commands/add-partner.ts'
import { listen } from './listener.ts'

const node = await testNode('XB')
const keys = keysOfTest('XA')
await node.database.as(await node.database.installer(), (context) =>
  addPartner(context, partnerFileOf({ keys, endpoint: 'https://127.0.0.1:1' })),
)
const seen: number[] = []
const LIMIT = 1_000
const listening = await listen(node, {
  port: 0,
  address: '127.0.0.1',
  routes: [
    {
      path: '/small',
      limit: LIMIT,
      patience: 300,
      handle: async ({ body, partner }) => {
        seen.push(body.length)
        return { json: { partner, bytes: body.length } }
      },
    },
    {
      path: '/broken',
      limit: LIMIT,
      handle: async () => {
        throw new Error('a secret of ours')
      },
    },
  ],
})
after(() => listening.close(0))

/** Sends a stream to the node, and answers what it said; `cut` where it broke off without a word. */
function send(path: string, body: Readable, headers: Record<string, string> = {}): Promise<string> {
  return new Promise((resolve) => {
    const address = { host: '127.0.0.1', port: listening.port, path, method: 'POST' }
    const sent = request({ ...address, headers, ...keys.tls, rejectUnauthorized: false, agent: false })
    sent.on('error', () => resolve('cut'))
    sent.on('response', async (response) => {
      const parts = await Array.fromAsync(response as AsyncIterable<Buffer>).catch(() => [])
      resolve(`${response.statusCode} ${Buffer.concat(parts)}`)
    })
    body.on('error', () => {})
    body.pipe(sent)
  })
}

test('a partner is known by its certificate, and answered', async () => {
  assert.equal(await send('/small', Readable.from([Buffer.alloc(LIMIT)])), '200 {"partner":"XA","bytes":1000}')
  assert.equal(await send('/elsewhere', Readable.from([])), '404 {"code":"not_found"}')
})

test('a body of 100 MB is cut at the limit, whether it says its size or not', async () => {
  seen.length = 0
  const MEGABYTES = 100
  let drawn = 0
  const large = () =>
    Readable.from(
      (function* () {
        for (let at = 0; at < MEGABYTES; at++) {
          drawn++
          yield Buffer.alloc(1_000_000)
        }
      })(),
      { objectMode: false },
    )
  for (const headers of [{}, { 'content-length': String(MEGABYTES * 1_000_000) }]) {
    drawn = 0
    assert.match(await send('/small', large(), headers), /^(cut|413 \{"code":"too_large"\})$/)
    assert.ok(drawn < MEGABYTES / 2, `${drawn} of ${MEGABYTES} were taken off us`)
  }
  assert.deepEqual(seen, [])
})

test('a body that does not come to its end is not waited for', async () => {
  seen.length = 0
  const slow = new Readable({ read() {} })
  slow.push('{')
  assert.match(await send('/small', slow), /^(cut|408 \{"code":"cut"\})$/)
  slow.destroy()
  assert.deepEqual(seen, [])
})

test('what breaks on our side is told as a code, and nothing of it', async () => {
  assert.equal(await send('/broken', Readable.from([])), '503 {"code":"busy"}')
})
