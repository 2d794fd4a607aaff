import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { chancesFrom } from '../demonstration/random.ts'
import { PATIENCE_MS, SERVED } from '../testing/made-demonstration.ts'
import { proofmark } from '../testing/run-shell.ts'
import { exitOf, startServing, stopServing } from '../testing/start-serving.ts'
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

interface ListedImport {
  readonly import: string
  readonly state: string
  readonly rows: number
  readonly accepted: number
}

test(`an import killed at any moment is gone on with or taken back whole, and the log is sound (seed ${seed})`, async () => {
  const folder = join(scratch, 'import')
  const rows = 30_000
  const file = join(scratch, 'rows.csv')
  await writeFile(file, `id,serial,make\n${Array.from({ length: rows }, (_, n) => `${n},TST${n},Taurus`).join('\n')}\n`)
  const added = await proofmark(folder, ['source', 'add', 'register', '--kind', 'register', '--agency', 'Police of XA'])
  assert.equal(added.code, 0, added.err)
  const json = async <Answer>(...args: string[]): Promise<Answer> => {
    const { out, err, code } = await proofmark(folder, [...args, '--json'])
    assert.equal(code, 0, err)
    return JSON.parse(out.split('\n')[0] || 'null') as Answer
  }
  const takeAllBack = async () => {
    const { out } = await proofmark(folder, ['imports', 'list', '--json'])
    const imports = out.trim().split('\n')
    for (const { import: id, state } of imports.map((line) => JSON.parse(line) as ListedImport))
      if (state !== 'taken_back') await proofmark(folder, ['imports', 'take-back', id])
  }
  const began = performance.now()
  await json('import', file, '--source', 'register')
  const whole = Math.ceil(performance.now() - began)
  await takeAllBack()
  let kills = 0
  for (let turn = 0; turn < 8; turn++) {
    const child = spawn(process.execPath, [main, 'import', file, '--source', 'register'], {
      env: environment(folder),
      stdio: 'ignore',
    })
    await sleep(whole / 4 + chances.below(whole))
    child.kill('SIGKILL')
    await exitOf(child)
    const { records } = await json<{ records: number }>('source', 'list')
    const last = await json<ListedImport | null>('imports', 'list')
    // Killed before it began, it left the import before it as the last.
    if (last && last.state !== 'done' && last.state !== 'taken_back') {
      kills++
      assert.equal(last.state, 'interrupted')
      assert.equal(last.rows, records, 'the page says exactly what is in')
    }
    assert.equal((await proofmark(folder, ['doctor'])).code, 0)
    assert.equal((await proofmark(folder, ['verify'])).code, 0)
    if (!last || chances.happens(0.5)) continue
    await takeAllBack()
    assert.equal((await json<{ records: number }>('source', 'list')).records, 0)
  }
  assert.ok(kills > 0, 'no import was killed before its end')
  await json('import', file, '--source', 'register')
  assert.equal((await json<{ records: number }>('source', 'list')).records, rows)
  const ended = await json<ListedImport>('imports', 'list')
  assert.deepEqual([ended.state, ended.rows], ['done', rows])
})

/** The records that the nation has of one firearm, as its tracing officer finds them. */
async function foundIn(folder: string): Promise<string[]> {
  const found = await proofmark(folder, ['find', 'TKR1048', '--as', 'trace_officer', '--purpose', 'trace', '--json'])
  assert.equal(found.code, 0, found.err)
  const candidates = JSON.parse(found.out) as { source: string; key: string }[]
  return candidates.map(({ source, key }) => `${source} ${key}`)
}

test(`a demonstration whose making is killed at any moment is completed by the next start (seed ${seed})`, async () => {
  const complete = async (folder: string) => {
    const env = { PROOFMARK_DATA: folder, DATABASE_URL: '' }
    const { child, output } = startServing(['--demo', '--port', '0'], env, SERVED, PATIENCE_MS)
    assert.match(await output, /Proofmark is ready/)
    assert.equal(await stopServing(child), 0)
    return foundIn(folder)
  }
  const undisturbed = await complete(join(scratch, 'undisturbed'))
  assert.ok(undisturbed.length > 1)
  for (let turn = 0; turn < 3; turn++) {
    const folder = join(scratch, `demonstration-${turn}`)
    const env = { PROOFMARK_DATA: folder, DATABASE_URL: '' }
    const first = startServing(['--demo', '--port', '0'], env, /sign-in#/)
    await sleep(1_000 + chances.below(6_000))
    first.child.kill('SIGKILL')
    await exitOf(first.child)
    assert.deepEqual((await complete(folder)).sort(), [...undisturbed].sort())
    assert.equal((await proofmark(folder, ['verify'])).code, 0)
  }
})
