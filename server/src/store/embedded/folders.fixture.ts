import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type Layout, layoutOf } from './layout.ts'
import { type LivingProcess, stillLives } from './living-process.ts'
import { findServer } from './postmaster-file.ts'

/** Fast and small: tests that do not cut the power need no fsync. */
export const TEST_SETTINGS = { fsync: 'off', shared_buffers: '16MB' }

/** A data folder that does not exist yet. After the test its server, if one lives, is ended and all of it removed. */
export async function temporaryFolder(t: TestContext): Promise<Layout> {
  const parent = await realpath(await mkdtemp(join(tmpdir(), 'proofmark-test-')))
  const layout = layoutOf(join(parent, 'données 1'))
  t.after(async () => {
    const left = await findServer(layout)
    if (left !== null) await kill(left.process, 'SIGQUIT')
    await rm(parent, { recursive: true, force: true, maxRetries: 5 })
  })
  return layout
}

/** Ends a process by a signal and waits until it is gone. */
export async function kill(target: LivingProcess, signal: NodeJS.Signals): Promise<void> {
  process.kill(target.pid, signal)
  while (await stillLives(target)) await sleep(20)
}

/** A connection of its own for one statement. */
export async function query(server: { port: number; password: string }, sql: string): Promise<unknown[]> {
  const { port, password } = server
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    ssl: false,
  })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

/** A serving process (serve.fixture.ts) and the line it printed. */
export interface Serving {
  readonly child: ChildProcess
  readonly line: ServingLine
}

export interface ServingLine {
  readonly port: number
  readonly password: string
  readonly adopted: boolean
  readonly steps: readonly string[]
  readonly code?: string
  readonly parameters?: Readonly<Record<string, unknown>>
}

/** Starts serve.fixture.ts, by itself or behind a command that sets a stage, and waits for its line. */
export async function serve(t: TestContext, folder: string, stage: readonly string[] = []): Promise<Serving> {
  const command = [...stage, process.execPath, fixturePath('serve.fixture.ts'), folder]
  const child = spawn(command[0] ?? '', command.slice(1), { stdio: ['pipe', 'pipe', 'inherit'] })
  t.after(() => child.kill('SIGKILL'))
  for await (const text of createInterface({ input: child.stdout })) return { child, line: JSON.parse(text) }
  return assert.fail('the serving process ended without a line')
}

/** Waits until a child process has ended. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

export function fixturePath(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url))
}

/**
 * A command that runs what follows it with file systems of its own, mounted by the script before; null where the system
 * grants no such stage. The mounts end with the process. In the script, `$1` is the folder they are for.
 */
export function mountStage(script: string, folder: string): readonly string[] | null {
  const enter = ['unshare', ...(process.getuid?.() === 0 ? [] : ['--user', '--map-root-user']), '--mount']
  const stage = [...enter, '/bin/sh', '-ec', `${script}\nshift\nexec "$@"`, 'sh', folder]
  return spawnSync(stage[0] ?? '', [...stage.slice(1), 'true']).status === 0 ? stage : null
}
