import assert from 'node:assert/strict'
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { readPersonas } from '../demonstration/personas.ts'
import { mountStage } from '../store/embedded/folders.fixture.ts'
import { layoutOf } from '../store/embedded/layout.ts'
import { readPostmasterFile } from '../store/embedded/postmaster-file.ts'
import { proofmark } from '../testing/run-shell.ts'
import { exitOf, startServing, stopServing } from '../testing/start-serving.ts'
import { ROOT } from './settings.ts'

const scratch = await mkdtemp(join(tmpdir(), 'proofmark-faults-'))
after(() => rm(scratch, { recursive: true, force: true, maxRetries: 5 }))
const READY = /sign-in#[\s\S]*\n.*\n$/
const demonstration = (folder: string, until = READY) =>
  startServing(['--demo', '--port', '0'], { PROOFMARK_DATA: folder, DATABASE_URL: '' }, until)
const addressIn = (text: string) => /http:\/\/localhost:\d+/.exec(text)![0]
const folder = join(scratch, 'demonstration')

/** Asks until the answer is one of these, as somebody does who was told to try again. */
async function until(ask: () => Promise<number>, wanted: number): Promise<void> {
  for (let turn = 0; turn < 300; turn++) {
    if ((await ask().catch(() => 0)) === wanted) return
    await sleep(200)
  }
  assert.fail(`There was no answer ${wanted}.`)
}

const find = (address: string, token: string) => async () =>
  (
    await fetch(`${address}/api/find`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ serial: 'TKR1048', grounds: { purpose: 'trace' } }),
    })
  ).status

const tokenOf = async (data: string) => (await readPersonas(data)).find(({ role }) => role === 'trace_officer')!.token

test('Ctrl-C while the demonstration is made, twice, ends it cleanly, and the next start completes it', async () => {
  const first = demonstration(folder, /20,000 rows/)
  await first.output
  let said = ''
  first.child.stderr.on('data', (part: Buffer) => {
    said += part.toString()
  })
  first.child.kill('SIGINT')
  await sleep(100)
  first.child.kill('SIGINT')
  assert.equal(await exitOf(first.child), 0)
  assert.match(said, /Stopping[\s\S]*Stopped\. Everything is saved/)
  assert.doesNotMatch(said, /people with sign-in links/)
  assert.equal(await readPostmasterFile(layoutOf(folder)), null)
  const next = demonstration(folder)
  assert.match(await next.output, /Proofmark is ready/)
  assert.equal(await stopServing(next.child), 0)
})

test('whichever process is killed, the database included, everybody is answered again, and nothing is lost', async () => {
  const { child, output } = demonstration(folder)
  try {
    const ask = find(addressIn(await output), await tokenOf(folder))
    await until(ask, 200)
    for (const name of ['serve', 'match', 'log']) {
      const [pid] = execFileSync('pgrep', ['-P', String(child.pid), '-f', `${name}-process`])
        .toString()
        .split('\n')
      process.kill(Number(pid), 'SIGKILL')
      await until(ask, 200)
    }
    process.kill((await readPostmasterFile(layoutOf(folder)))!.pid, 'SIGKILL')
    await until(ask, 503)
    await until(ask, 200)
  } finally {
    assert.equal(await stopServing(child), 0)
  }
  assert.equal((await proofmark(folder, ['verify'])).code, 0)
  assert.equal((await proofmark(folder, ['doctor'])).code, 0)
})

test('a disk that is full while it serves is told as such, and once there is room nobody need do anything', async (t) => {
  const small = join(scratch, 'small')
  await writeFile(
    join(scratch, 'many.csv'),
    `id,serial,make\n${Array.from({ length: 40_000 }, (_, n) => `${n},TST${n},Taurus`).join('\n')}\n`,
  )
  await mkdir(small)
  const stage = mountStage(`mount -t tmpfs -o size=500m tmpfs "$1"; cp -a '${folder}' "$1/data"`, small)
  if (stage === null) return t.skip('this system lets no test mount a file system')
  const data = join(small, 'data')
  const child: ChildProcess = spawn(
    stage[0]!,
    [...stage.slice(1), process.execPath, join(ROOT, 'server/src/cli/main.ts'), 'serve', '--demo', '--port', '0'],
    {
      env: { ...process.env, PROOFMARK_LOCALE: 'en', PROOFMARK_DATA: data, DATABASE_URL: '' },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  try {
    const text = await new Promise<string>((resolve) => {
      let so = ''
      child.stdout!.on('data', (part: Buffer) => {
        so += part.toString()
        if (READY.test(so)) resolve(so)
      })
    })
    const address = addressIn(text)
    const token = await tokenOf(folder)
    const filler = `/proc/${child.pid}/root${small}/filler`
    execFileSync('sh', ['-c', `dd if=/dev/zero of='${filler}' bs=1M count=1000 2>/dev/null || true`])
    const recorder = (await readPersonas(folder)).find(({ name }) => name === 'Maren Tolv')!.token
    const refused = await fetch(`${address}/api/sources/Police%20seizures/imports?file=many.csv`, {
      method: 'POST',
      headers: { authorization: `Bearer ${recorder}`, 'content-type': 'text/csv' },
      body: await readFile(join(scratch, 'many.csv')),
    })
    assert.equal(refused.status, 503)
    await until(find(address, token), 503)
    await rm(filler)
    await until(find(address, token), 200)
  } finally {
    child.kill('SIGTERM')
    assert.equal(await exitOf(child), 0)
  }
})
