import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { test } from 'node:test'
import { ended, kill, query, serve, TEST_SETTINGS, temporaryFolder } from './folders.fixture.ts'
import { findServer } from './postmaster-file.ts'
import type { ProgressStep } from './server.ts'
import { startEmbedded } from './start-embedded.ts'

test('after SIGKILL of the serving process the next start adopts its server, and stops it in the end', async (t) => {
  const layout = await temporaryFolder(t)
  const { folder } = layout
  const serving = await serve(t, folder)
  await query(serving.line, 'create table kept as select 7 as number')
  serving.child.kill('SIGKILL')
  await ended(serving.child)

  const steps: ProgressStep[] = []
  const server = await startEmbedded({ folder, settings: TEST_SETTINGS, onProgress: (step) => steps.push(step) })
  assert.equal(server.adopted, true)
  assert.equal(server.port, serving.line.port)
  assert.deepEqual(steps, ['postgres.adopted'])
  assert.deepEqual(await query(server, 'select number from kept'), [{ number: 7 }])
  await server.stop()
  assert.equal(await findServer(layout), null)
  await assert.rejects(query(server, 'select 1'))
})

test('after SIGKILL of the serving process and of PostgreSQL the next start recovers what was committed', async (t) => {
  const layout = await temporaryFolder(t)
  const { folder } = layout
  const serving = await serve(t, folder)
  await query(serving.line, 'create table kept as select 7 as number')
  const found = await findServer(layout)
  assert.ok(found)
  serving.child.kill('SIGKILL')
  await ended(serving.child)
  await kill(found.process, 'SIGKILL')

  const steps: ProgressStep[] = []
  const server = await startEmbedded({ folder, settings: TEST_SETTINGS, onProgress: (step) => steps.push(step) })
  assert.equal(server.adopted, false)
  assert.equal(steps.at(0), 'postgres.starting')
  assert.equal(steps.at(-1), 'postgres.ready')
  assert.deepEqual(await query(server, 'select number from kept'), [{ number: 7 }])
  await server.stop()
})

test('a server whose data folder was renamed under it is found there and replaced', async (t) => {
  const layout = await temporaryFolder(t)
  const { folder } = layout
  const serving = await serve(t, folder)
  await query(serving.line, 'create table kept as select 7 as number')
  serving.child.kill('SIGKILL')
  await ended(serving.child)
  const renamed = `${folder}-renamed`
  await rename(folder, renamed)
  t.after(() => rename(renamed, folder).catch(() => undefined))

  const server = await startEmbedded({ folder: renamed, settings: TEST_SETTINGS })
  assert.equal(server.adopted, false, 'it served the folder under its old name')
  assert.deepEqual(await query(server, 'select number from kept'), [{ number: 7 }])
  await server.stop()
})

test('a postmaster.pid that names a stranger is no server: the stranger lives on and the start succeeds', async (t) => {
  const { folder, postmasterFile, cluster } = await temporaryFolder(t)
  const first = await startEmbedded({ folder, settings: TEST_SETTINGS })
  const own = await readFile(postmasterFile, 'utf8')
  await first.stop()
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore', cwd: cluster })
  t.after(() => stranger.kill('SIGKILL'))
  await once(stranger, 'spawn')
  await writeFile(postmasterFile, own.replace(/^\d+/, String(stranger.pid)))

  const second = await startEmbedded({ folder, settings: TEST_SETTINGS })
  assert.equal(second.adopted, false)
  assert.deepEqual(await query(second, 'select 1 as alive'), [{ alive: 1 }])
  await second.stop()
  assert.equal(stranger.exitCode ?? stranger.signalCode, null)
})

test('a folder left with an empty log and a lock nobody holds is started on', async (t) => {
  const { folder, log, lockFile, holderFile } = await temporaryFolder(t)
  await mkdir(log, { recursive: true })
  await writeFile(lockFile, '')
  await writeFile(holderFile, `${process.pid}\n`)
  const server = await startEmbedded({ folder, settings: TEST_SETTINGS })
  await server.stop()
})
