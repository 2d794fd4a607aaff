import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { livingProcess, stillLives } from '../../store/embedded/living-process.ts'
import { frame } from './frame.ts'
import { PARSER_LIMITS, SANDBOX_FOLDER, sandboxArguments, sandboxEnvironment } from './parser-sandbox.ts'
import { utf8 } from './table.fixture.ts'

const DENIED = 'ERR_ACCESS_DENIED'
const NO_NETWORK = 'The parser has no network.'

test('a parser that was taken over reads no file, has no network, starts nothing and sees no environment', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'proofmark-sandbox-'))
  try {
    const secret = join(folder, 'secret')
    await writeFile(secret, 'of the installation')
    const probe = fileURLToPath(new URL('sandbox-probe.fixture.ts', import.meta.url))
    const args = ['--import', probe, ...sandboxArguments('parser-process.ts', PARSER_LIMITS), secret]
    process.env.PROOFMARK_SECRET_OF_A_TEST = 'x'
    const child = spawn(process.execPath, args, { cwd: SANDBOX_FOLDER, env: sandboxEnvironment(), stdio: 'pipe' })
    child.stdin.write(frame({ asked: {}, memory: 500 }))
    child.stdin.end(utf8('id,serial\n1,A\n'))
    const [out, said] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
    assert.match(out, /"kind":"end"/)
    const { refusals, environment } = JSON.parse(said) as { refusals: object; environment: string[] }
    assert.deepEqual(refusals, {
      'read a file of the data folder': DENIED,
      'read the password file': DENIED,
      'list the root of the project': DENIED,
      'write a file': DENIED,
      'start a program': DENIED,
      'start a thread': DENIED,
      'make code from text': 'Code generation from strings disallowed for this context',
      'reach into Node.js': DENIED,
      connect: NO_NETWORK,
      listen: NO_NETWORK,
      'send a datagram': NO_NETWORK,
      'ask for a name': NO_NETWORK,
      fetch: NO_NETWORK,
    })
    assert.deepEqual(
      environment.filter((name) => name !== 'SystemRoot'),
      ['TZ'],
    )
  } finally {
    delete process.env.PROOFMARK_SECRET_OF_A_TEST
    await rm(folder, { recursive: true })
  }
})

test('a parser whose parent is killed ends too', async () => {
  const fixture = fileURLToPath(new URL('abandon.fixture.ts', import.meta.url))
  const parent = spawn(process.execPath, [fixture], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  for await (const part of parent.stdout.setEncoding('utf8')) {
    said += part
    if (said.includes('reading')) break
  }
  const parser = await livingProcess(Number.parseInt(said, 10))
  assert.ok(parser)
  parent.kill('SIGKILL')
  for (let tries = 0; tries < 100 && (await stillLives(parser)); tries++) await wait(100)
  assert.equal(await stillLives(parser), false)
})
