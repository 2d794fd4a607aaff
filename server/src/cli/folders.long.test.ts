import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { startTestCluster } from '../testing/cluster.ts'
import { proofmark } from '../testing/run-shell.ts'
import { shellFolders } from '../testing/shell-folders.ts'
import { exitOf, startServing, stopServing } from '../testing/start-serving.ts'

const { file, installed } = await shellFolders()

test('two commands at once take turns, and neither takes the database away from the other', async () => {
  const folder = await installed()
  const rows = Array.from({ length: 4_000 }, (_, n) => `Z${n},TST9${n},Taurus`).join('\n')
  const path = await file('many.csv', `id,serial,make\n${rows}\n`)
  const imports = await Promise.all(
    [0, 1].map(() => proofmark(folder, ['import', path, '--source', 'register', '--json'])),
  )
  const counts = imports.map(({ code, out, err }) => {
    assert.equal(code, 0, err)
    return JSON.parse(out) as { accepted: number; unchanged: number }
  })
  assert.deepEqual(counts.map(({ accepted }) => accepted).sort(), [0, 4_000])
  assert.deepEqual(counts.map(({ unchanged }) => unchanged).sort(), [0, 4_000])
  assert.match(imports.map(({ err }) => err).join(''), /Another command works/)
})

test('a port in use and a demonstration in a real folder are each refused in one sentence, and nothing is touched', async () => {
  const folder = await installed()
  const blocker = createServer()
  await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve))
  const { port } = blocker.address() as { port: number }
  const refused = await proofmark(folder, ['serve', '--port', String(port)])
  blocker.close()
  assert.equal(refused.code, 1)
  assert.match(refused.err, new RegExp(`Port ${port} is in use`))
  const demonstration = await proofmark(folder, ['serve', '--demo', '--port', '0'])
  assert.equal(demonstration.code, 1)
  assert.match(demonstration.err, /never share a folder/)
  assert.equal(JSON.parse((await proofmark(folder, ['find', 'TKR1048', '--json'])).out).length, 1)
})

test('a PostgreSQL of one’s own is used by its URL, and holds the data when the folder’s embedded one is never started', async () => {
  const cluster = await startTestCluster()
  try {
    const folder = await installed({ DATABASE_URL: cluster.url })
    const found = await proofmark(folder, ['find', 'TKR1048', '--json'], { DATABASE_URL: cluster.url })
    assert.equal(JSON.parse(found.out).length, 1)
    assert.equal((await proofmark(folder, ['verify'], { DATABASE_URL: cluster.url })).code, 0)
    assert.equal(await readFile(join(folder, 'postgres', 'PG_VERSION'), 'utf8').catch(() => 'none'), 'none')
  } finally {
    await cluster.stop()
  }
})

test('a served folder is shared with the shell, refused to a second server, and whole after kill -9', async () => {
  const folder = await installed()
  const env = { PROOFMARK_DATA: folder, DATABASE_URL: '' }
  const first = startServing(['--port', '0'], env, /sign-in#\S+\n/)
  try {
    assert.match(await first.output, /No administrator can sign in/)
    const found = await proofmark(folder, ['find', 'TKR1048', '--json'])
    assert.equal(JSON.parse(found.out).length, 1)
    const second = startServing(['--port', '0'], env, /already served/)
    assert.match(await second.output, new RegExp(`already served by process ${first.child.pid}`))
    assert.equal(await exitOf(second.child), 1)
  } finally {
    first.child.kill('SIGKILL')
  }
  await sleep(1_000)
  const next = startServing(['--port', '0'], env, /Proofmark is ready[\s\S]*\n/)
  try {
    assert.match(await next.output, /is ready/)
    const found = await proofmark(folder, ['find', 'TKR1048', '--json'])
    assert.equal(JSON.parse(found.out).length, 1)
  } finally {
    assert.equal(await stopServing(next.child), 0)
  }
  assert.equal((await proofmark(folder, ['verify'])).code, 0)
})
