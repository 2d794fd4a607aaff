import { randomBytes } from 'node:crypto'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { ProofmarkError } from '@proofmark/contract/errors'
import pg from 'pg'
import { type ConnectionUrl, connectionUrl, withDatabase, withLogin } from './connection.ts'
import { asEmbeddedError } from './embedded/errors.ts'
import { acquireFolder } from './embedded/lock.ts'
import type { EmbeddedServer, KeepingEvent, ProgressStep } from './embedded/server.ts'
import { startEmbedded } from './embedded/start-embedded.ts'
import { type FolderTurn, takeFolderForCommand, takeFolderToServe } from './folder-turn.ts'
import { examineGivenServer } from './given-server.ts'
import { finishRewrap, type InstallationKeys, openKeys } from './keys.ts'
import { ensureLogins, loginUrl, PROCESS_ROLES, type ProcessRole } from './logins.ts'
import { migrate, refuseOtherSchema } from './migrate.ts'
import { refuseForeignKey } from './own-key.ts'
import { UNWRAPPED, type Wrapping } from './wrapping.ts'

const DATABASE = 'proofmark'
const OWNER = 'pm_proofmark_migrate'
/** Stands in the data folder while a backup is being restored into it. */
export const RESTORE_MARKER = 'restore-unfinished'

export type StoreStep = ProgressStep | 'store.waiting' | 'store.migrating' | 'store.ready'

export interface StoreOptions {
  readonly folder: string
  /** A PostgreSQL of one's own (16 or later), as a login that owns the database and may create roles. */
  readonly databaseUrl?: string | undefined
  /** `serve` needs the folder for itself; `command` uses a running server's database, else starts one for its time. */
  readonly for: 'serve' | 'command'
  /** How the files of the keys folder are wrapped; bare where nothing is said. */
  readonly wrapping?: Wrapping | undefined
  readonly onProgress?: (step: StoreStep) => void
  /**
   * A restore opens a folder that is marked as half restored; nobody else may. It needs the folder for itself, and makes
   * the schema and the logins by itself.
   */
  readonly restoring?: boolean
  /** Aborted where nobody waits any more for another to leave the folder; its reason is thrown then. */
  readonly signal?: AbortSignal | undefined
}

/** The database, open and up to date, as seen by each process. */
export interface Store {
  readonly keys: InstallationKeys
  readonly urls: Readonly<Record<ProcessRole, ConnectionUrl>>
  /** Runs `work` as the owner of the schema, which exists for that time only. */
  readonly asOwner: <Result>(work: (url: ConnectionUrl) => Promise<Result>) => Promise<Result>
  /** From now on starts the embedded PostgreSQL again when it ends by itself; a given one is its operator's to start. */
  readonly keepRunning: (report: (event: KeepingEvent) => void) => void
  /** Is it served by another process at this moment? */
  readonly shared: boolean
  readonly close: () => Promise<void>
}

async function statement(url: ConnectionUrl, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'proofmark set-up' })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

async function ensureDatabase(superuser: ConnectionUrl): Promise<void> {
  const client = new pg.Client({ connectionString: superuser, application_name: 'proofmark set-up' })
  await client.connect()
  try {
    const role = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [OWNER])
    if (role.rowCount === 0) await client.query(`CREATE ROLE ${OWNER} NOLOGIN CREATEROLE`)
    const database = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE])
    if (database.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`)
  } finally {
    await client.end()
  }
}

/** In the embedded server the schema's owner can sign in only while it has work to do, with a password of that moment. */
function ownerOfEmbedded(server: EmbeddedServer): Store['asOwner'] {
  const { host, port, superuser: user, password } = server
  const superuser = connectionUrl({ host, port, user, password, database: 'postgres' })
  return async (work) => {
    await ensureDatabase(superuser)
    const once = randomBytes(24).toString('base64url')
    await statement(superuser, `ALTER ROLE ${OWNER} LOGIN PASSWORD ${pg.escapeLiteral(once)}`)
    try {
      await statement(withDatabase(superuser, DATABASE), `ALTER SCHEMA public OWNER TO ${OWNER}`)
      return await work(withDatabase(withLogin(superuser, OWNER, once), DATABASE))
    } finally {
      await statement(superuser, `ALTER ROLE ${OWNER} NOLOGIN PASSWORD NULL`)
    }
  }
}

async function refuseHalfRestored(folder: string): Promise<void> {
  const marked = await access(join(folder, RESTORE_MARKER)).then(
    () => true,
    () => false,
  )
  if (marked) throw new ProofmarkError('restore_unfinished', { folder })
}

interface Reached {
  readonly asOwner: Store['asOwner']
  readonly url: ConnectionUrl
  readonly shared: boolean
  readonly keepRunning: Store['keepRunning']
  readonly close: () => Promise<void>
}

async function reachGiven(folder: string, databaseUrl: string, alone: boolean): Promise<Reached> {
  await examineGivenServer(databaseUrl)
  const lock = await acquireFolder(folder).catch((failure: unknown) => {
    if (alone) throw failure
    return null
  })
  return {
    url: databaseUrl,
    asOwner: (work) => work(databaseUrl),
    shared: lock === null,
    keepRunning: () => {},
    close: async () => lock?.release(),
  }
}

async function reachEmbedded({ folder, for: use, signal, onProgress = () => {} }: StoreOptions): Promise<Reached> {
  const onWait = () => onProgress('store.waiting')
  const turn: FolderTurn =
    use === 'serve'
      ? { lock: await takeFolderToServe(folder, onWait, signal) }
      : await takeFolderForCommand(folder, onWait)
  const server = await reach(turn, folder, onProgress)
  const { host, port } = server
  return {
    url: connectionUrl({ host, port, user: OWNER, password: '', database: DATABASE }),
    asOwner: ownerOfEmbedded(server),
    shared: 'running' in turn,
    keepRunning: (report) => server.keepRunning(report),
    close: async () => {
      await server.stop()
      if ('lock' in turn) await turn.lock.release()
    },
  }
}

async function reach(turn: FolderTurn, folder: string, onProgress: (step: StoreStep) => void): Promise<EmbeddedServer> {
  if ('running' in turn) return turn.running
  try {
    return await startEmbedded({ folder, lock: turn.lock, onProgress })
  } catch (failure) {
    await turn.lock.release()
    throw failure
  }
}

/** What the system refuses below the data folder is told as such. */
const within = <Result>(folder: string, work: Promise<Result>): Promise<Result> =>
  work.catch((failure: unknown) => {
    throw asEmbeddedError(failure, folder)
  })

/**
 * Opens the database of a data folder: starts it if need be, brings its schema up to date, and gives the logins of the
 * processes. A command beside a serving process leaves the schema alone and
 * refuses one that is not its own (`schema_older`, `schema_newer`). Throws `restore_unfinished` for a folder whose
 * restore did not end, `key_damaged` and `key_foreign` for keys that are not its own, and whatever the launcher, a given
 * server and the migrations throw.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { folder, databaseUrl, onProgress = () => {} } = options
  if (!options.restoring) await refuseHalfRestored(folder)
  await within(folder, finishRewrap(folder))
  const reached = await (databaseUrl === undefined
    ? reachEmbedded(options)
    : reachGiven(folder, databaseUrl, options.restoring ?? false))
  try {
    const keys = await within(folder, openKeys(folder, options.wrapping ?? UNWRAPPED))
    if (!reached.shared && !options.restoring) {
      onProgress('store.migrating')
      await reached.asOwner(async (owner) => {
        await migrate(owner)
        await refuseForeignKey(owner, keys.recordSecret, folder)
        await ensureLogins(owner, keys.logins)
      })
    }
    const entries = PROCESS_ROLES.map((role) => [role, loginUrl(reached.url, role, keys.logins)] as const)
    const urls = Object.fromEntries(entries) as Record<ProcessRole, ConnectionUrl>
    // A clone that was brought up to date under a running server: its commands would write and then fail.
    if (reached.shared && !options.restoring) await refuseOtherSchema(urls.serve)
    onProgress('store.ready')
    const { asOwner, keepRunning, shared, close } = reached
    return { keys, urls, asOwner, keepRunning, shared, close }
  } catch (failure) {
    await reached.close()
    throw failure
  }
}
