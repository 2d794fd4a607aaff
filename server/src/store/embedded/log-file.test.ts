import assert from 'node:assert/strict'
import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { test } from 'node:test'
import { temporaryFolder } from './folders.fixture.ts'
import { prepareFolder } from './layout.ts'
import { logLength, logTail, trimLog } from './log-file.ts'

test('the log gives its last lines since a start, and is put aside when it passes its bound', async (t) => {
  const { logFile } = await prepareFolder((await temporaryFolder(t)).folder)
  assert.equal(logTail(logFile, 0), '')
  await writeFile(logFile, 'of an earlier start\n')
  const since = logLength(logFile)
  await appendFile(logFile, Array.from({ length: 50 }, (_, line) => `line ${line}\n`).join(''))
  assert.equal(logTail(logFile, since).split('\n').length, 20)
  assert.ok(logTail(logFile, since).endsWith('line 49'))

  trimLog(logFile, 1_000_000)
  assert.ok(logLength(logFile) > 0)
  trimLog(logFile, 100)
  assert.equal(logLength(logFile), 0)
  assert.match(await readFile(`${logFile}.1`, 'utf8'), /of an earlier start[\s\S]*line 49/)
  await appendFile(logFile, 'after\n')
  assert.equal(logTail(logFile, since), 'after')
})
