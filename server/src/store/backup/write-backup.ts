import { randomBytes } from 'node:crypto'
import { access, constants, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { ProofmarkError } from '@proofmark/contract/errors'
import pg from 'pg'
import { writeEntry } from '../../access/commands/write-entry.ts'
import type { InstallationKeys } from '../keys.ts'
import { notWritten } from '../not-written.ts'
import type { Store } from '../open-store.ts'
import { listReadableTables, listSequences } from './catalogue.ts'
import { copyOut, inCopyTransaction } from './copy.ts'
import { writeFrame } from './frames.ts'
import { SALT_LENGTH, writeHeader } from './header.ts'
import { fileKeys, keyFileOf, newBackupKey, statedBackupKey, writeKeyFile } from './key.ts'
import type { AppliedMigration, Manifest, Tally } from './manifest.ts'
import { seal } from './seal.ts'
import { tallyRows, totalRows } from './tally.ts'

export interface BackupOptions {
  readonly file: string
  /** PROOFMARK_BACKUP_KEY; without it the backup gets a key of its own, in a file beside it. */
  readonly statedKey: string | undefined
  /** The account in whose name the entry of the access log stands. */
  readonly actor: string
  /** The Proofmark that takes it. */
  readonly version: string
  readonly clock: () => Date
  readonly onProgress?: (table: string, rows: number) => void
}

export interface BackupDone {
  readonly file: string
  /** The file that holds the key; null where the operator stated one. */
  readonly keyFile: string | null
  readonly taken: Date
  readonly tables: number
  readonly rows: number
  readonly bytes: number
}

interface Source {
  readonly urls: Pick<Store['urls'], 'backup' | 'serve'>
  readonly keys: Pick<InstallationKeys, 'recordSecret'>
}

/**
 * Takes a backup of the database while it serves: every table but sessions and links, of one moment, encrypted, in one
 * file of mode 0600 that has its name only once it is whole. An earlier file is never written over. The access log's
 * entry stands before the file has its name. Throws `name_taken`, `file_not_written`, `usage` for a stated key that is none, `backup_incomplete`
 * where the backup would not hold everything.
 */
export async function writeBackup(store: Source, options: BackupOptions): Promise<BackupDone> {
  const { file, statedKey, clock } = options
  const keyFile = statedKey === undefined ? keyFileOf(file) : null
  const key = statedKey === undefined ? newBackupKey() : statedBackupKey(statedKey)
  for (const path of keyFile === null ? [file] : [file, keyFile]) await refuseTaken(path)
  await refuseUnwritable(file)
  const salt = randomBytes(SALT_LENGTH)
  const { chunks, id } = fileKeys(key, salt)
  const taken = clock()
  const header = writeHeader({ taken, salt, keyId: id })
  const unfinished = `${file}.${randomBytes(6).toString('hex')}.unfinished`
  try {
    const tallies = await inCopyTransaction(store.urls.backup, 'REPEATABLE READ READ ONLY', async (client) => {
      const manifest = await describe(client, store.keys.recordSecret, options.version)
      const counted: Record<string, Tally> = {}
      await writeDurably(unfinished, header, (write) =>
        pipeline(
          frames(client, manifest, counted, options.onProgress),
          createGzip(),
          (plain) => seal(plain, chunks, header),
          async (sealed: AsyncIterable<Buffer>) => {
            for await (const bytes of sealed) await write(bytes)
          },
        ),
      )
      return counted
    })
    if (keyFile !== null) await writeKeyFile(keyFile, key)
    await logBackup(store.urls.serve, options.actor, file)
    const { size } = await stat(unfinished)
    await rename(unfinished, file)
    await syncFolder(dirname(file))
    return { file, keyFile, taken, tables: Object.keys(tallies).length, rows: totalRows(tallies), bytes: size }
  } catch (failure) {
    await rm(unfinished, { force: true })
    throw failure
  }
}

/** A new key over an old key file would make the old backup unreadable, and a new backup over an old one loses it. */
async function refuseTaken(path: string): Promise<void> {
  const there = await stat(path).then(
    () => true,
    () => false,
  )
  if (there) throw new ProofmarkError('name_taken', { value: path })
}

/** Looked at before the database is read for an hour. */
async function refuseUnwritable(file: string): Promise<void> {
  try {
    if (!(await stat(dirname(file))).isDirectory()) throw Object.assign(new Error('no folder'), { code: 'ENOTDIR' })
    await access(dirname(file), constants.W_OK)
  } catch (cause) {
    throw notWritten(file, cause)
  }
}

async function describe(client: pg.Client, recordSecret: Buffer, version: string): Promise<Manifest> {
  const tables = await listReadableTables(client)
  const migrations = await client.query<AppliedMigration>(
    'SELECT number, name, checksum FROM schema_migration ORDER BY number',
  )
  const installation = await client.query<{ id: string }>('SELECT id FROM installation')
  if (!installation.rows[0]) throw new Error('There is no installation to back up.')
  return {
    version,
    installation: installation.rows[0].id,
    recordSecret: recordSecret.toString('hex'),
    migrations: migrations.rows,
    tables,
    sequences: await listSequences(client),
  }
}

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value))

async function* frames(
  client: pg.Client,
  manifest: Manifest,
  counted: Record<string, Tally>,
  onProgress: BackupOptions['onProgress'],
): AsyncGenerator<Buffer> {
  yield writeFrame({ kind: 'manifest', content: json(manifest) })
  for (const table of manifest.tables) {
    yield writeFrame({ kind: 'table', content: Buffer.from(table.name) })
    const tally = tallyRows()
    for await (const rows of copyOut(client, table)) {
      tally.add(rows)
      for (const content of inPieces(rows)) yield writeFrame({ kind: 'rows', content })
      onProgress?.(table.name, tally.rows())
    }
    yield writeFrame({ kind: 'end', content: Buffer.alloc(0) })
    counted[table.name] = tally.result()
  }
  yield writeFrame({ kind: 'trailer', content: json({ tables: counted }) })
}

const PIECE = 256 * 1024

/** One row may be longer than a frame may be. */
function* inPieces(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += PIECE) yield bytes.subarray(start, start + PIECE)
}

/** Makes a file for this user alone, begins it with `head`, and answers once the rest is on the disk. */
async function writeDurably(
  path: string,
  head: Buffer,
  fill: (write: (bytes: Buffer) => Promise<void>) => Promise<void>,
): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(head)
    // A stream of the handle would keep it from closing until the stream itself is destroyed.
    await fill((bytes) => file.writeFile(bytes))
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The name is on the disk once its folder is. Windows has no such thing. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function logBackup(serveUrl: string, actor: string, file: string): Promise<void> {
  const client = new pg.Client({ connectionString: serveUrl, application_name: 'proofmark backup' })
  await client.connect()
  try {
    const draft = { action: 'installation.backed_up', body: { file: basename(file) } } as const
    await writeEntry(client, { account: actor, agency: null }, null, draft)
  } finally {
    await client.end()
  }
}
