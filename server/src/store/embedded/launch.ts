import { spawn } from 'node:child_process'
import { closeSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { diagnose, isRecovering } from './diagnosis.ts'
import { EmbeddedError } from './errors.ts'
import { commandAs, type ProcessIdentity } from './identity.ts'
import type { Layout } from './layout.ts'
import { type LivingProcess, livingProcess } from './living-process.ts'
import type { Binaries } from './locate-binaries.ts'
import { logLength, logTail, openLog } from './log-file.ts'
import { readPostmasterFile } from './postmaster-file.ts'
import { ask } from './probe.ts'
import { programEnvironment } from './run-program.ts'
import { HOST, type ProgressStep } from './server.ts'
import { settingArguments } from './settings.ts'
import { stopServer } from './shutdown.ts'

/** A server that accepts connections. */
export interface RunningServer {
  readonly process: LivingProcess
  readonly port: number
}

/** All that a launch needs. The cluster is whole, owned by the identity, and no server runs on it. */
export interface Launch {
  readonly layout: Layout
  readonly binaries: Binaries
  readonly identity: ProcessIdentity
  readonly password: string
  readonly settings: Readonly<Record<string, string>>
  /** The port that it must have; a free one where none is stated. */
  readonly port?: number | undefined
  readonly report: (step: ProgressStep) => void
}

const PORT_ATTEMPTS = 5
/** A start after a clean stop takes half a second; a slow disk takes longer. */
const START_LIMIT_MILLISECONDS = 60_000
/** Reading up to max_wal_size of journal on a slow disk. */
export const RECOVERY_LIMIT_MILLISECONDS = 15 * 60_000
/** Children of a server that was killed notice it within moments and end. */
const ORPHANS_LIMIT_MILLISECONDS = 15_000
const LOOK_EVERY_MILLISECONDS = 40

/**
 * Starts PostgreSQL on a port and waits until it accepts connections with our password. It outlives this process
 * if that is killed. Throws EmbeddedError: disk full, port unavailable, cluster damaged, password refused, folder in
 * use, start failed (with the end of the log).
 */
export async function launch(task: Launch): Promise<RunningServer> {
  const { layout } = task
  const orphansDeadline = Date.now() + ORPHANS_LIMIT_MILLISECONDS
  for (let portAttempt = 1; ; ) {
    const port = task.port ?? (await freePort())
    const since = logLength(layout.logFile)
    const attempt = await attemptOn(task, port, since)
    if (attempt.kind === 'running') return attempt.server
    const log = logTail(layout.logFile, since)
    const diagnosis = diagnose(log)
    if (diagnosis === 'memory_in_use' && Date.now() < orphansDeadline) {
      await sleep(250)
      continue
    }
    if (diagnosis === 'port_taken' && portAttempt < PORT_ATTEMPTS) {
      portAttempt += 1
      continue
    }
    throw await failure(layout, diagnosis, port, attempt.reason, log)
  }
}

async function failure(
  layout: Layout,
  diagnosis: ReturnType<typeof diagnose>,
  port: number,
  reason: string,
  log: string,
): Promise<EmbeddedError> {
  switch (diagnosis) {
    case 'disk_full':
      return new EmbeddedError('postgres.disk_full', { folder: layout.folder })
    case 'port_taken':
      return new EmbeddedError('postgres.port_unavailable', { port, reason: 'others took each port that was tried' })
    case 'running':
      return new EmbeddedError('postgres.folder_in_use', {
        folder: layout.folder,
        pid: (await readPostmasterFile(layout))?.pid ?? null,
      })
    case 'damaged':
      return new EmbeddedError('postgres.cluster_damaged', { path: layout.cluster, logTail: log })
    case 'memory_in_use':
      return new EmbeddedError('postgres.start_failed', {
        folder: layout.folder,
        reason: 'a connection of an earlier server, which was killed, still works in it; wait for its end, or end it',
        logTail: log,
      })
    case 'other':
      return new EmbeddedError('postgres.start_failed', { folder: layout.folder, reason, logTail: log })
  }
}

type Attempt =
  | { readonly kind: 'running'; readonly server: RunningServer }
  | { readonly kind: 'ended'; readonly reason: string }

async function attemptOn(task: Launch, port: number, since: number): Promise<Attempt> {
  const { layout, binaries, report } = task
  const child = await begin(task, port)
  let ending: string | null = null
  child.on('exit', (code, signal) => {
    ending = signal === null ? `it ended with code ${code}` : `it was ended by ${signal}`
  })
  const server = child.pid === undefined ? null : await livingProcess(child.pid)
  const started = Date.now()
  let recovering = false
  while (ending === null && server !== null) {
    const file = await readPostmasterFile(layout)
    const answer = file?.pid === server.pid && file.status === 'ready' ? await ask(layout, port, task.password) : null
    if (answer?.kind === 'ready') return { kind: 'running', server: { process: server, port } }
    if (answer?.kind === 'password_refused') {
      await stopServer(layout, binaries, server)
      throw new EmbeddedError('postgres.password_refused', { file: layout.passwordFile })
    }
    if (!recovering && isRecovering(logTail(layout.logFile, since))) {
      recovering = true
      report('postgres.recovering')
    }
    const limit = recovering ? RECOVERY_LIMIT_MILLISECONDS : START_LIMIT_MILLISECONDS
    if (Date.now() - started > limit) {
      await stopServer(layout, binaries, server)
      return { kind: 'ended', reason: `it accepted no connection within ${limit / 1000} s` }
    }
    await sleep(LOOK_EVERY_MILLISECONDS)
  }
  return { kind: 'ended', reason: ending ?? 'it ended at once' }
}

/** Begins the process, on its own: no terminal's Ctrl-C and no parent's end reaches it. */
async function begin(task: Launch, port: number): Promise<ReturnType<typeof spawn>> {
  const { layout, binaries, identity, settings } = task
  const args = ['-D', layout.cluster, '-c', `port=${port}`, ...settingArguments(settings)]
  const command = commandAs(identity, binaries.postgres, args)
  const log = openLog(layout.logFile)
  try {
    const child = spawn(command.file, command.args, {
      ...command.options,
      cwd: layout.cluster,
      env: programEnvironment(),
      detached: true,
      windowsHide: true,
      stdio: ['ignore', log, log],
    })
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve)
      child.once('error', (error) =>
        reject(
          new EmbeddedError(
            'postgres.binaries_unusable',
            { path: binaries.postgres, reason: error.message },
            { cause: error },
          ),
        ),
      )
    })
    child.unref()
    return child
  } finally {
    closeSync(log)
  }
}

/** A port of 127.0.0.1 that nobody uses now. Somebody may take it before PostgreSQL does; then another is tried. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const listener = createServer()
    listener.once('error', (error) =>
      reject(new EmbeddedError('postgres.port_unavailable', { port: 0, reason: error.message }, { cause: error })),
    )
    listener.listen(0, HOST, () => {
      const address = listener.address()
      listener.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
