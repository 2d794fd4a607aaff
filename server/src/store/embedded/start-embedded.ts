import { setTimeout as sleep } from 'node:timers/promises'
import { clusterExists } from './cluster.ts'
import { asEmbeddedError } from './errors.ts'
import { giveTo, processIdentity } from './identity.ts'
import { makeCluster } from './initialise.ts'
import { type Keeping, keepRunning } from './keep-running.ts'
import { launch, RECOVERY_LIMIT_MILLISECONDS, type RunningServer } from './launch.ts'
import type { Layout } from './layout.ts'
import { type Binaries, locateBinaries } from './locate-binaries.ts'
import { acquireFolder, type FolderLock } from './lock.ts'
import { keepLogTrimmed, trimLog } from './log-file.ts'
import { setPassword } from './lost-password.ts'
import { keepPassword, newPassword, readPassword } from './password.ts'
import { findServer, removeStalePostmasterFile } from './postmaster-file.ts'
import { ask } from './probe.ts'
import { type EmbeddedServer, HOST, type ProgressStep, SUPERUSER } from './server.ts'
import { serverSettings } from './settings.ts'
import { stopServer } from './shutdown.ts'

export interface StartOptions {
  /** The data folder, made where there is none. */
  readonly folder: string
  readonly onProgress?: (step: ProgressStep) => void
  /** PostgreSQL settings over ours, by name. A server that is adopted keeps those it was started with. */
  readonly settings?: Readonly<Record<string, string>>
  /** The folder's lock where the caller holds it already; it is then the caller's to release. */
  readonly lock?: FolderLock
}

/** How long a server of an earlier start may give no answer before it is stopped. */
const SILENCE_LIMIT_MILLISECONDS = 15_000

/**
 * Starts the embedded PostgreSQL of a data folder, makes its cluster at the first start, and waits until it accepts
 * connections. A healthy server that an earlier, killed start left behind is adopted; an unhealthy one is stopped and
 * started anew. Holds the folder's lock until `stop`. Data is never deleted. Throws EmbeddedError (errors.ts).
 */
export async function startEmbedded(options: StartOptions): Promise<EmbeddedServer> {
  const settings = serverSettings(options.settings)
  const binaries = await locateBinaries()
  const lock = options.lock ?? (await acquireFolder(options.folder))
  const release = async (): Promise<void> => {
    if (options.lock === undefined) await lock.release()
  }
  try {
    const report = options.onProgress ?? (() => undefined)
    const begun = await adoptOrStart(lock.layout, binaries, settings, report)
    const again = () => startAgain(lock.layout, binaries, settings, begun)
    return handle(lock.layout, binaries, begun, again, release)
  } catch (error) {
    await release()
    throw asEmbeddedError(error, lock.layout.folder)
  }
}

interface Begun {
  readonly server: RunningServer
  readonly password: string
  readonly adopted: boolean
}

/** The same server, at the port that everybody who uses it knows. */
async function startAgain(
  layout: Layout,
  binaries: Binaries,
  settings: Readonly<Record<string, string>>,
  { server }: Begun,
): Promise<RunningServer> {
  try {
    return (await adoptOrStart(layout, binaries, settings, () => undefined, server.port)).server
  } catch (error) {
    throw asEmbeddedError(error, layout.folder)
  }
}

function handle(
  layout: Layout,
  binaries: Binaries,
  begun: Begun,
  again: () => Promise<RunningServer>,
  release: () => Promise<void>,
): EmbeddedServer {
  const leaveLog = keepLogTrimmed(layout.logFile)
  let keeping: Keeping | null = null
  const stopWhatRuns = async (): Promise<void> => {
    const found = await findServer(layout)
    if (found) await stopServer(layout, binaries, found.process)
  }
  const stopOnce = async (): Promise<void> => {
    leaveLog()
    await keeping?.leave(stopWhatRuns)
    await stopServer(layout, binaries, (keeping?.current() ?? begun.server).process)
    await release()
  }
  let stopping: Promise<void> | undefined
  return {
    host: HOST,
    port: begun.server.port,
    superuser: SUPERUSER,
    password: begun.password,
    adopted: begun.adopted,
    keepRunning: (report) => {
      keeping ??= keepRunning(begun.server, again, report)
    },
    stop: () => {
      stopping ??= stopOnce()
      return stopping
    },
  }
}

async function adoptOrStart(
  layout: Layout,
  binaries: Binaries,
  settings: Readonly<Record<string, string>>,
  report: (step: ProgressStep) => void,
  port?: number,
): Promise<Begun> {
  trimLog(layout.logFile)
  const exists = await clusterExists(layout, binaries)
  const kept = await readPassword(layout)
  const left = await adoptOrStop(layout, binaries, kept, report)
  if (left !== null && kept !== null) {
    report('postgres.adopted')
    return { server: left, password: kept, adopted: true }
  }

  const identity = await processIdentity(binaries, layout)
  const password = kept ?? newPassword()
  // Kept before it is set: a start that dies in between leaves a password file without a cluster, which the next one
  // uses, and never a cluster whose password nobody knows.
  if (!exists) {
    report('postgres.preparing')
    if (kept === null) await keepPassword(layout, password)
    await makeCluster(layout, binaries, identity, password, settings.fsync !== 'off')
  } else {
    await giveTo(identity, layout.cluster)
    await removeStalePostmasterFile(layout)
    if (kept === null) await setPassword(layout, binaries, identity, password)
    if (kept === null) await keepPassword(layout, password)
  }
  report('postgres.starting')
  const server = await launch({ layout, binaries, identity, password, settings, port, report })
  report('postgres.ready')
  return { server, password, adopted: false }
}

/** A server left by an earlier start: adopted when it serves our data in our version, else stopped (null). */
async function adoptOrStop(
  layout: Layout,
  binaries: Binaries,
  password: string | null,
  report: (step: ProgressStep) => void,
): Promise<RunningServer | null> {
  const started = Date.now()
  let recovering = false
  for (;;) {
    const found = await findServer(layout)
    if (found === null) return null
    const port = found.file.port
    const answer = password === null || port === null ? null : await ask(layout, port, password)
    if (answer?.kind === 'ready' && answer.version === binaries.version && port !== null)
      return { process: found.process, port }
    if (answer?.kind === 'busy' && !recovering) {
      recovering = true
      report('postgres.recovering')
    }
    const patience = answer?.kind === 'busy' ? RECOVERY_LIMIT_MILLISECONDS : SILENCE_LIMIT_MILLISECONDS
    const mayStillAnswer = password !== null && (answer === null || answer.kind === 'silent' || answer.kind === 'busy')
    if (!mayStillAnswer || Date.now() - started > patience) {
      await stopServer(layout, binaries, found.process)
      return null
    }
    await sleep(100)
  }
}
