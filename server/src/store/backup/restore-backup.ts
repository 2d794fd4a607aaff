import { basename } from 'node:path'
import { ProofmarkError } from '@proofmark/contract/errors'
import pg from 'pg'
import { writeEntry } from '../../access/commands/write-entry.ts'
import { holdUntilReconciled } from '../../exchange/commands/hold-until-reconciled.ts'
import { settleLedgers } from '../../processes/ledgers.ts'
import { createPool } from '../connection.ts'
import { replaceRecordSecret } from '../keys.ts'
import { ensureLogins } from '../logins.ts'
import { listMigrations, MIGRATIONS_FOLDER, type Migration, migrate } from '../migrate.ts'
import { openStore, type Store } from '../open-store.ts'
import { UNWRAPPED, type Wrapping } from '../wrapping.ts'
import { dropEverything, holdsNothing } from './empty-database.ts'
import { BackupFault, namingFile } from './fault.ts'
import { honourErasures, type KeptErasure } from './honour-erasures.ts'
import { loadBackup } from './load-backup.ts'
import type { Manifest } from './manifest.ts'
import { type KeySources, type OpenBackup, openBackup } from './read-backup.ts'
import {
  markDatabase,
  markFolder,
  readDatabaseMark,
  readFolderMark,
  unmarkDatabase,
  unmarkFolder,
} from './restore-mark.ts'
import { totalRows } from './tally.ts'

/** How far a restore is; `rows` of one table, `total` of all. */
export type RestoreProgress =
  | { readonly step: 'checking' | 'preparing' | 'upgrading' | 'finishing' }
  | { readonly step: 'loading'; readonly table: string; readonly rows: number; readonly total: number }

export interface RestoreOptions extends KeySources {
  readonly file: string
  readonly folder: string
  readonly databaseUrl?: string | undefined
  /** How the keys folder is wrapped. */
  readonly wrapping?: Wrapping | undefined
  /** What was erased since, kept apart from the backup. */
  readonly erasures?: readonly KeptErasure[]
  /** Where the numbered migrations lie. */
  readonly migrations?: string
  readonly onProgress?: (progress: RestoreProgress) => void
}

export interface RestoreDone {
  readonly file: string
  readonly taken: Date
  readonly installation: string
  readonly tables: number
  readonly rows: number
  /** Migrations that the backup did not know. */
  readonly upgraded: readonly string[]
}

/**
 * Restores a backup into an empty data folder and database. The file is examined whole before anything is touched. From
 * the first change to the last the folder is marked and refuses to serve; a restore that was cut off begins anew with
 * the same command. The record secret comes back, so that records keep their identifiers; sessions and links are void;
 * the access log goes on under a new signing key beside the old ones, and says that it was restored.
 *
 * Throws `restore_not_empty` and then nothing has changed; `schema_newer` or `migration_changed` for a backup of another
 * Proofmark; what openBackup throws for the file; what the launcher and the migrations throw.
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreDone> {
  const { file, folder, databaseUrl, migrations = MIGRATIONS_FOLDER, onProgress = () => {} } = options
  const backup = await openBackup(file, options)
  try {
    onProgress({ step: 'checking' })
    const { manifest, trailer } = await backup.read(drain)
    refuseForeign(manifest, await listMigrations(migrations))
    const store = await openStore({ folder, databaseUrl, for: 'serve', restoring: true, wrapping: options.wrapping })
    try {
      const rows = totalRows(trailer.tables)
      const upgraded = await store.asOwner((owner) =>
        fill(owner, store, backup, manifest, { ...options, migrations, onProgress, total: rows }),
      )
      return {
        file,
        taken: backup.taken,
        installation: manifest.installation,
        tables: manifest.tables.length,
        rows,
        upgraded,
      }
    } finally {
      await store.close()
    }
  } catch (failure) {
    throw namingFile(file, failure)
  } finally {
    await backup.close()
  }
}

async function drain(_table: unknown, rows: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of rows);
}

/** A backup is loaded under its own migrations, which must be the first of ours. */
function refuseForeign(manifest: Manifest, known: readonly Migration[]): void {
  const newest = manifest.migrations.length
  if (newest === 0) throw new BackupFault('contents', 'It names no migration.')
  if (newest > known.length) throw new ProofmarkError('schema_newer', { found: newest, known: known.length })
  manifest.migrations.forEach(({ number, name, checksum }, position) => {
    const ours = known[position]
    if (number !== ours?.number || checksum !== ours.checksum)
      throw new ProofmarkError('migration_changed', { migration: name })
  })
}

async function asClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, application_name: 'proofmark restore' })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

interface Filling extends RestoreOptions {
  readonly migrations: string
  readonly onProgress: (progress: RestoreProgress) => void
  readonly total: number
}

async function fill(
  owner: string,
  store: Store,
  backup: OpenBackup,
  manifest: Manifest,
  options: Filling,
): Promise<string[]> {
  const { folder, migrations, onProgress, total } = options
  await asClient(owner, async (client) => {
    await refuseOccupied(client, folder)
    await markDatabase(client, await markFolder(folder))
    onProgress({ step: 'preparing' })
    await dropEverything(client)
  })
  await migrate(owner, migrations, manifest.migrations.length)
  await loadBackup(owner, backup, manifest, (table, rows) => onProgress({ step: 'loading', table, rows, total }))
  onProgress({ step: 'upgrading' })
  const upgraded = await migrate(owner, migrations)
  await asClient(owner, holdUntilReconciled)
  await ensureLogins(owner, store.keys.logins)
  await replaceRecordSecret(folder, Buffer.from(manifest.recordSecret, 'hex'), options.wrapping ?? UNWRAPPED)
  onProgress({ step: 'finishing' })
  // Before the mark goes, nothing serves.
  await asClient(owner, (client) => honourErasures(client, options.erasures ?? []))
  await logRestore(store, manifest.installation, options.file, backup.taken)
  await unmarkFolder(folder)
  await asClient(owner, unmarkDatabase)
  return upgraded
}

/** Only an empty database is filled, or one that an unfinished restore into this very folder left. */
async function refuseOccupied(client: pg.Client, folder: string): Promise<void> {
  const ofFolder = await readFolderMark(folder)
  const ours = ofFolder !== null && ofFolder === (await readDatabaseMark(client))
  if (!ours && !(await holdsNothing(client))) throw new ProofmarkError('restore_not_empty', { folder })
}

/** The restored log says so itself, and is signed by the key of this folder from here on. */
async function logRestore(store: Store, installation: string, file: string, taken: Date): Promise<void> {
  const serve = createPool(store.urls.serve, 1)
  const log = createPool(store.urls.log, 1)
  try {
    const { rows } = await serve.query<{ id: string }>(`SELECT id FROM account WHERE kind = 'installer'`)
    const actor = { account: rows[0]?.id ?? '', agency: null }
    const body = { file: basename(file), taken: taken.toISOString() }
    await writeEntry(serve, actor, null, { action: 'installation.restored', body })
    await settleLedgers(log, installation, store.keys)
  } finally {
    await serve.end()
    await log.end()
  }
}
