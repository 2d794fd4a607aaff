import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { openApiDocument } from '@proofmark/contract/openapi'
import { proofmarkRunsAt } from './runs-there.ts'

/** Of a machine that is busy with much else. */
const PATIENT = 600_000

test('another Proofmark is known by what it says of its routes, and another program is not taken for one', async () => {
  let said: unknown = openApiDocument('0.1.0')
  const server = createServer((_, response) => response.end(JSON.stringify(said)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  assert.equal(await proofmarkRunsAt('127.0.0.1', port, PATIENT), true)
  said = { info: { title: 'Something else' } }
  assert.equal(await proofmarkRunsAt('127.0.0.1', port, PATIENT), false)
  await new Promise((resolve) => server.close(resolve))
  assert.equal(await proofmarkRunsAt('127.0.0.1', port, PATIENT), false)
})
