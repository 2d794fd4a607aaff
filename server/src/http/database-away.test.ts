import assert from 'node:assert/strict'
import { connect, createServer, type Socket } from 'node:net'
import { after, test } from 'node:test'
import { sayIn } from '@proofmark/contract/catalogues'
import type { ErrorBody } from '@proofmark/contract/errors'
import { issueAccessToken } from '../access/commands/issue-token.ts'
import { sentenceFor } from '../cli/sentence.ts'
import { createPool } from '../store/connection.ts'
import { personOf } from '../testing/desks.ts'
import { serveApp } from '../testing/serve-app.ts'
import { testDatabase } from '../testing/test-database.ts'

const database = await testDatabase()
const account = await personOf(database, 'Police', 'officer', ['analyst'])
const token = await database.as(await database.installer(), (context) => issueAccessToken(context, account, 'test'))

/** Stands between the server and its database, and can cut the line. */
const target = new URL(database.url('serve'))
const lines = new Set<Socket>()
let cut = false
const line = createServer((near) => {
  if (cut) return near.resetAndDestroy()
  const far = connect(Number(target.port), target.hostname)
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    lines.add(one)
    one.on('error', () => {})
    one.on('close', () => {
      lines.delete(one)
      other.destroy()
    })
    one.pipe(other)
  }
})
await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve))
after(() => line.close())
const through = new URL(target)
through.port = String((line.address() as { port: number }).port)
const pool = createPool(through.toString(), 3)
after(() => pool.end())
const address = await serveApp(database, pool)

async function ask() {
  const answer = await fetch(`${address}/api/session`, { headers: { authorization: `Bearer ${token}` } })
  return { status: answer.status, code: ((await answer.json()) as Partial<ErrorBody>).error?.code }
}

test('while the database is away everybody is told so, and once it is back nobody need do anything', async () => {
  assert.equal((await ask()).status, 200)
  cut = true
  for (const each of lines) each.resetAndDestroy()
  assert.deepEqual(await ask(), { status: 503, code: 'database_away' })
  assert.deepEqual(await ask(), { status: 503, code: 'database_away' })
  assert.equal((await fetch(`${address}/healthz`)).status, 200)
  assert.equal((await fetch(`${address}/readyz`)).status, 503)
  cut = false
  assert.equal((await ask()).status, 200)
  assert.equal((await fetch(`${address}/readyz`)).status, 200)
})

test('while every connection is at work for too long that is said, with how long was waited, and not that the database is away', async () => {
  const small = createPool(database.url('serve'), 1, 0.2)
  const busy = await serveApp(database, small)
  const held = await small.connect()
  const answer = await fetch(`${busy}/api/session`, { headers: { authorization: `Bearer ${token}` } })
  const { error } = (await answer.json()) as ErrorBody
  assert.deepEqual([answer.status, error.code, error.parameters], [503, 'database_silent', { seconds: 0.2 }])
  const failure = await small.connect().catch((thrown: unknown) => thrown)
  assert.match(await sentenceFor(failure, sayIn('en'), '.'), /did not answer within 30 s/)
  held.release()
  assert.equal((await fetch(`${busy}/api/session`, { headers: { authorization: `Bearer ${token}` } })).status, 200)
  await small.end()
})
