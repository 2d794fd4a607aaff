import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import fc from 'fast-check'
import { livingProcess, parseProcStat, stillLives } from './living-process.ts'

test('the state of a process is read past any name a program gives itself', () => {
  const after = ' 1 1 1 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 998877 1024'
  fc.assert(
    fc.property(fc.string({ maxLength: 15 }), (name) => {
      assert.deepEqual(parseProcStat(`42 (${name}) S${after}`), { pid: 42, startedAt: '998877', program: name })
      assert.equal(parseProcStat(`42 (${name}) Z${after}`), null)
    }),
  )
  assert.equal(parseProcStat(''), null)
})

test('a zombie is not alive', { skip: process.platform === 'win32' }, async (t) => {
  // The shell becomes a program that never asks after the child it inherits.
  const parent = spawn('/bin/sh', ['-c', 'sleep 0.05 & echo $!; exec sleep 60'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  t.after(() => parent.kill('SIGKILL'))
  const [printed] = await once(parent.stdout, 'data')
  const pid = Number(String(printed).trim())
  for (let wait = 0; wait < 200 && (await livingProcess(pid)) !== null; wait += 1)
    await new Promise((resolve) => setTimeout(resolve, 20))
  assert.equal(await livingProcess(pid), null)
  assert.doesNotThrow(() => process.kill(pid, 0), 'the number is still taken')
})

test('a process is itself while it lives, and not one that has its number later', async () => {
  const own = await livingProcess(process.pid)
  assert.ok(own)
  assert.equal(await stillLives(own), true)
  assert.equal(await stillLives({ ...own, startedAt: 'another time' }), false)
})
