import assert from 'node:assert/strict'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { kill, query, TEST_SETTINGS, temporaryFolder } from './folders.fixture.ts'
import { findServer } from './postmaster-file.ts'
import type { KeepingEvent } from './server.ts'
import { startEmbedded } from './start-embedded.ts'

test('a server that is kept running comes back at its port with its data, as soon as it can, and stops when asked to', async (t) => {
  const layout = await temporaryFolder(t)
  const server = await startEmbedded({ folder: layout.folder, settings: TEST_SETTINGS })
  await query(server, 'CREATE TABLE kept AS SELECT 7 AS number')
  const waiting = new Map<KeepingEvent['kind'], () => void>()
  const next = (kind: KeepingEvent['kind']) => new Promise<void>((resolve) => waiting.set(kind, resolve))
  server.keepRunning(({ kind }) => waiting.get(kind)?.())

  const killed = async () => kill((await findServer(layout))!.process, 'SIGKILL')
  const back = next('back')
  await killed()
  await back
  assert.deepEqual(await query(server, 'SELECT number FROM kept'), [{ number: 7 }])

  // What keeps it from starting goes away by itself, as a full disk does when room is made.
  const control = join(layout.cluster, 'global', 'pg_control')
  const failed = next('failed')
  await rename(control, `${control}.aside`)
  await killed()
  await failed
  const again = next('back')
  await rename(`${control}.aside`, control)
  await again
  assert.deepEqual(await query(server, 'SELECT number FROM kept'), [{ number: 7 }])

  const ended = next('ended')
  await killed()
  await ended
  await server.stop()
  assert.equal(await findServer(layout), null)
})
