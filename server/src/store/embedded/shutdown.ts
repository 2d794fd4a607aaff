import { setTimeout as sleep } from 'node:timers/promises'
import { EmbeddedError, systemCode } from './errors.ts'
import type { Layout } from './layout.ts'
import { type LivingProcess, stillLives } from './living-process.ts'
import type { Binaries } from './locate-binaries.ts'
import { runProgram } from './run-program.ts'

/** Fast ends sessions, rolls back what is open and writes a checkpoint; the next start is then at once. */
const FAST_LIMIT_MILLISECONDS = 30_000
/** Immediate leaves the journal to be read at the next start; PostgreSQL itself gives its children 5 s. */
const IMMEDIATE_LIMIT_MILLISECONDS = 15_000
const LOOK_EVERY_MILLISECONDS = 25

/**
 * Stops a server: fast, and where that takes too long, immediately. Nothing committed is lost by either. Returns when
 * it is gone, also where it was before. Throws `postgres.stop_failed`.
 */
export async function stopServer(layout: Layout, binaries: Binaries, server: LivingProcess): Promise<void> {
  await request(layout, binaries, server, 'fast')
  if (await gone(server, FAST_LIMIT_MILLISECONDS)) return
  await request(layout, binaries, server, 'immediate')
  if (await gone(server, IMMEDIATE_LIMIT_MILLISECONDS)) return
  throw new EmbeddedError('postgres.stop_failed', { folder: layout.folder, pid: server.pid })
}

// https://www.postgresql.org/docs/18/server-shutdown.html
const SIGNALS = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const

async function request(
  layout: Layout,
  binaries: Binaries,
  server: LivingProcess,
  mode: keyof typeof SIGNALS,
): Promise<void> {
  if (!(await stillLives(server))) return
  if (process.platform === 'win32') {
    // Windows has no signals; pg_ctl speaks to the server through a pipe.
    await runProgram(binaries.pgCtl, ['stop', '-D', layout.cluster, '-m', mode, '--no-wait'])
    return
  }
  try {
    process.kill(server.pid, SIGNALS[mode])
  } catch (error) {
    if (systemCode(error) !== 'ESRCH') throw error
  }
}

async function gone(server: LivingProcess, within: number): Promise<boolean> {
  const deadline = Date.now() + within
  while (await stillLives(server)) {
    if (Date.now() > deadline) return false
    await sleep(LOOK_EVERY_MILLISECONDS)
  }
  return true
}
