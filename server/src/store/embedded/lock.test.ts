import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { ended, fixturePath, temporaryFolder } from './folders.fixture.ts'
import { acquireFolder } from './lock.ts'

test('a folder is held until it is released, also within one process', async (t) => {
  const { folder } = await temporaryFolder(t)
  const lock = await acquireFolder(folder)
  await assert.rejects(acquireFolder(folder), {
    code: 'postgres.folder_in_use',
    parameters: { folder, pid: process.pid },
    message: new RegExp(`already served by process ${process.pid}`),
  })
  await lock.release()
  const next = await acquireFolder(folder)
  await lock.release()
  await assert.rejects(acquireFolder(folder), { code: 'postgres.folder_in_use' }, 'a second release frees nothing')
  await next.release()
})

test('a folder is free again when its holder was killed', async (t) => {
  const { folder } = await temporaryFolder(t)
  const holder = spawn(process.execPath, [fixturePath('hold.fixture.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  t.after(() => holder.kill('SIGKILL'))
  await once(holder.stdout, 'data')
  await assert.rejects(acquireFolder(folder), { parameters: { folder, pid: holder.pid } })
  holder.kill('SIGKILL')
  await ended(holder)
  await (await acquireFolder(folder)).release()
})

test('of many who want a folder at once exactly one gets it', async (t) => {
  const { folder } = await temporaryFolder(t)
  const attempts = await Promise.allSettled(Array.from({ length: 12 }, () => acquireFolder(folder)))
  const won = attempts.filter((attempt) => attempt.status === 'fulfilled')
  assert.equal(won.length, 1)
  await won[0]!.value.release()
})

test('a holder not yet written down, or written as nonsense, is told as unknown', async (t) => {
  const { folder, holderFile } = await temporaryFolder(t)
  const lock = await acquireFolder(folder)
  await writeFile(holderFile, 'nonsense')
  await assert.rejects(acquireFolder(folder), { parameters: { folder, pid: null }, message: /by another process/ })
  await lock.release()
})

test('a folder with other things in it keeps its mode, and keys are closed in any case', async (t) => {
  const { folder, keys } = await temporaryFolder(t)
  await mkdir(join(folder, 'photographs'), { recursive: true, mode: 0o755 })
  const before = (await stat(folder)).mode
  await (await acquireFolder(folder)).release()
  assert.equal((await stat(folder)).mode, before)
  assert.equal((await stat(keys)).mode & 0o777, 0o700)
})
