import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { chancesFrom } from '../demonstration/random.ts'
import { exitOf, startServing, stopServing } from '../testing/start-for-browser.ts'
import { ROOT } from './settings.ts'

const scratch = await mkdtemp(join(tmpdir(), 'proofmark-kill-'))
after(() => rm(scratch, { recursive: true, force: true }))
const seed = Number(process.env.PROOFMARK_SEED ?? Date.now() % 1_000_000)
const chances = chancesFrom(seed)
const main = join(ROOT, 'server/src/cli/main.ts')
const environment = (folder: string) => ({
  ...process.env,
  PROOFMARK_DATA: folder,
  PROOFMARK_LOCALE: 'en',
  DATABASE_URL: '',
  PROOFMARK_TOKEN: '',
})

function proofmark(folder: string, args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...args], { env: environment(folder) }, (failure, out, err) =>
      resolve({ code: failure ? 1 : 0, out, err }),
    )
  })
}

test(`an import killed at any moment leaves all of it or nothing, and a sound log (seed ${seed})`, async () => {
  const folder = join(scratch, 'import')
  const rows = 30_000
  const file = join(scratch, 'rows.csv')
  await writeFile(file, `id,serial,make\n${Array.from({ length: rows }, (_, n) => `${n},TST${n},Taurus`).join('\n')}\n`)
  const added = await proofmark(folder, ['source', 'add', 'register', '--kind', 'register', '--agency', 'Police of XA'])
  assert.equal(added.code, 0, added.err)
  for (let turn = 0; turn < 8; turn++) {
    const child = spawn(process.execPath, [main, 'import', file, '--source', 'register'], {
      env: environment(folder),
      stdio: 'ignore',
    })
    await sleep(300 + chances.below(6_000))
    child.kill('SIGKILL')
    await exitOf(child)
    const listed = await proofmark(folder, ['source', 'list', '--json'])
    assert.equal(listed.code, 0, listed.err)
    const { records } = JSON.parse(listed.out) as { records: number }
    assert.ok(records === 0 || records === rows, `${records} records after a kill`)
    assert.equal((await proofmark(folder, ['doctor'])).code, 0)
    assert.equal((await proofmark(folder, ['verify'])).code, 0)
  }
  const last = await proofmark(folder, ['import', file, '--source', 'register', '--json'])
  const { accepted, unchanged } = JSON.parse(last.out) as { accepted: number; unchanged: number }
  assert.equal(accepted + unchanged, rows)
})

test(`a demonstration whose making is killed at any moment is completed by the next start (seed ${seed})`, async () => {
  for (let turn = 0; turn < 3; turn++) {
    const folder = join(scratch, `demonstration-${turn}`)
    const env = { PROOFMARK_DATA: folder, DATABASE_URL: '' }
    const first = startServing(['--demo', '--port', '0'], env, /sign-in#/)
    await sleep(1_000 + chances.below(6_000))
    first.child.kill('SIGKILL')
    await exitOf(first.child)
    const next = startServing(['--demo', '--port', '0'], env, /sign-in#[\s\S]*\n.*\n$/)
    assert.match(await next.output, /Proofmark is ready/)
    assert.equal(await stopServing(next.child), 0)
    const found = await proofmark(folder, ['find', 'TKR1048', '--as', 'trace_officer', '--purpose', 'trace', '--json'])
    assert.equal((JSON.parse(found.out) as unknown[]).length, 3)
    assert.equal((await proofmark(folder, ['verify'])).code, 0)
  }
})
