import assert from 'node:assert/strict'
import { connect, type Socket } from 'node:net'
import { after, test } from 'node:test'
import { z } from 'zod'
import { serveApp } from '../testing/serve-app.ts'
import { testDatabase } from '../testing/test-database.ts'
import { readBody } from './request.ts'

const database = await testDatabase()
const address = await serveApp(database)
const { port } = new URL(address)
const HOST = 'Host: localhost\r\n'
const open = new Set<Socket>()
after(() => {
  for (const socket of open) socket.destroy()
})

function dial(): Socket {
  const socket = connect(Number(port), '127.0.0.1')
  open.add(socket)
  socket.on('error', () => {})
  return socket
}

/** Sends bytes as they are, and answers the status line of what came back; empty where the connection was just ended. */
function send(bytes: string, { end = false } = {}): Promise<string> {
  return new Promise((resolve) => {
    const socket = dial()
    let answer = ''
    socket.on('data', (part) => {
      answer += part.toString('latin1')
      // An answer is enough; whether the connection stays is the caller's affair.
      if (answer.includes('\r\n\r\n')) socket.destroy()
    })
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''))
    socket.write(Buffer.from(bytes, 'latin1'))
    if (end) socket.end()
  })
}

const statusOf = async (bytes: string, options = {}) => Number((await send(bytes, options)).split(' ')[1] ?? 0)
const isUp = async () => assert.equal((await fetch(`${address}/healthz`)).status, 200)
const post = (headers: string, body = '') =>
  `POST /api/session HTTP/1.1\r\n${HOST}Content-Type: application/json\r\n${headers}\r\n${body}`
const entries = async () =>
  (await database.pool('backup').query<{ count: string }>('SELECT count(*) FROM audit_entry')).rows[0]!.count

test('a request that could be read in two ways is read in none', async () => {
  const second = `GET /healthz HTTP/1.1\r\n${HOST}\r\n`
  for (const [name, bytes] of Object.entries({
    'two lengths': post('Content-Length: 4\r\nContent-Length: 5\r\n', '{}xx'),
    'a length and chunks': post('Content-Length: 4\r\nTransfer-Encoding: chunked\r\n', `0\r\n\r\n${second}`),
    'an unknown coding': post('Transfer-Encoding: xchunked\r\n', '0\r\n\r\n'),
    'a coding that is not the last': post('Transfer-Encoding: chunked, identity\r\n', '0\r\n\r\n'),
    'a negative length': post('Content-Length: -4\r\n'),
    'a length with a sign': post('Content-Length: +2\r\n', '{}'),
    'a blank before the colon': `GET /healthz HTTP/1.1\r\n${HOST}X-A : 1\r\n\r\n`,
    'a folded header': `GET /healthz HTTP/1.1\r\n${HOST}X-A: 1\r\n 2\r\n\r\n`,
    'bare line feeds': `GET /healthz HTTP/1.1\nHost: localhost\n\n`,
    'a NUL in a header': `GET /healthz HTTP/1.1\r\n${HOST}X-A: \0\r\n\r\n`,
    'no host': 'GET /healthz HTTP/1.1\r\n\r\n',
    'a host with a path': 'GET /healthz HTTP/1.1\r\nHost: localhost/../x\r\n\r\n',
    'an encrypted greeting': '\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03',
  }))
    assert.equal(await statusOf(bytes), 400, name)
  assert.equal(await statusOf(`GET /healthz HTTP/1.1\r\n${HOST}Host: elsewhere.example\r\n\r\n`), 403)
  assert.equal(await statusOf('GET /healthz HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n'), 403)
  await isUp()
})

test('headers, addresses and bodies that are too large are refused while they come', async () => {
  const long = 'a'.repeat(100_000)
  assert.equal(await statusOf(`GET /healthz HTTP/1.1\r\n${HOST}X-A: ${long}\r\n\r\n`), 431)
  assert.equal(await statusOf(`GET /${long} HTTP/1.1\r\n${HOST}\r\n`), 431)
  assert.equal(await statusOf(post('Content-Length: 99999999999\r\n', '{')), 413)
  assert.equal(await statusOf(post('Transfer-Encoding: chunked\r\n', `30d40\r\n${'1'.repeat(200_000)}\r\n`)), 413)
  assert.equal(await statusOf(post('Transfer-Encoding: chunked\r\n', `1;${long}\r\n{`)), 413)
  await isUp()
})

test('a body that breaks off is no failure of ours: it is refused, and fills neither log', async () => {
  const before = await entries()
  await Promise.all(
    Array.from({ length: 20 }, (_, cut) => {
      const text = '{"token":"1234567890"}'
      return send(post('Content-Length: 400\r\n', text.slice(0, cut)), { end: true })
    }),
  )
  assert.equal(await entries(), before)
  await isUp()
})

test('a body that does not come is waited for no longer than it may take', async () => {
  const never = new Request('http://localhost/', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('{')) }),
    duplex: 'half',
  } as RequestInit)
  await assert.rejects(readBody(never, z.object({}), { patience: 10 }), { code: 'body_cut' })
})

test('a thousand connections that say nothing, and a hundred that never end a header, keep nobody out', async () => {
  const idle = Array.from({ length: 1_000 }, dial)
  const slow = Array.from({ length: 100 }, dial)
  for (const socket of slow) socket.write(`GET /healthz HTTP/1.1\r\n${HOST}X-A: `)
  await Promise.all([...idle, ...slow].map((socket) => new Promise((resolve) => socket.once('connect', resolve))))
  const answers = await Promise.all(Array.from({ length: 20 }, () => fetch(`${address}/readyz`)))
  assert.ok(answers.every(({ status }) => status === 200))
  for (const socket of [...idle, ...slow]) socket.destroy()
  await isUp()
})

test('no address leads out of what is served', async () => {
  for (const path of [
    '/%00',
    '/%ff%zz',
    '/..%2f..%2fpackage.json',
    '//elsewhere.example/',
    '/api/%2e%2e/x',
    '/api/sources/%00',
  ])
    assert.ok([400, 401, 404, 405].includes(await statusOf(`GET ${path} HTTP/1.1\r\n${HOST}\r\n`)), path)
  for (const line of ['BREW / HTTP/1.1', 'GET / HTTP/9.9', 'get /healthz HTTP/1.1'])
    assert.equal(await statusOf(`${line}\r\n${HOST}\r\n`), 400, line)
  await isUp()
})
