import { readFile, rm, writeFile } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { asEmbeddedError, EmbeddedError } from './errors.ts'
import { type Layout, prepareFolder } from './layout.ts'

/** The right to serve a data folder, held until `release` or until this process ends in whatever way. */
export interface FolderLock {
  readonly layout: Layout
  /** Gives the folder free. A second call does nothing. */
  release(): Promise<void>
}

const SQLITE_BUSY = 5

/**
 * Takes the data folder for this process, making it first where there is none. One process serves a folder: a second
 * one gets `postgres.folder_in_use` with the holder's process number. Throws EmbeddedError also where the folder
 * cannot be written.
 *
 * The lock is the operating system's lock on an empty file. The system drops it when its holder dies, even by SIGKILL,
 * so no stale lock is ever judged by process numbers, which are reused and differ between containers. Node.js offers
 * such locks through SQLite alone; no data is ever put into that file.
 */
export async function acquireFolder(folder: string): Promise<FolderLock> {
  const layout = await prepareFolder(folder)
  const held = await lockFile(layout)
  let released = false
  const release = async (): Promise<void> => {
    if (released) return
    released = true
    await rm(layout.holderFile, { force: true }).catch(() => undefined)
    held.close()
  }
  try {
    await writeFile(layout.holderFile, `${process.pid}\n`, { mode: 0o600 })
  } catch (error) {
    await release()
    throw asEmbeddedError(error, layout.folder)
  }
  return { layout, release }
}

async function lockFile(layout: Layout): Promise<DatabaseSync> {
  let database: DatabaseSync | undefined
  try {
    await writeFile(layout.lockFile, '', { mode: 0o600, flag: 'a' })
    database = new DatabaseSync(layout.lockFile, { timeout: 0 })
    // In memory: a journal beside the empty file would be one more thing to explain to operators.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return database
  } catch (error) {
    database?.close()
    if (sqliteCode(error) === null) throw asEmbeddedError(error, layout.folder)
    if (sqliteCode(error) === SQLITE_BUSY) {
      const pid = await holder(layout)
      throw new EmbeddedError('postgres.folder_in_use', { folder: layout.folder, pid }, { cause: error })
    }
    const reason = `the system gives no file lock (${error instanceof Error ? error.message : String(error)})`
    throw new EmbeddedError(
      'postgres.folder_not_writable',
      { folder: layout.folder, path: layout.lockFile, reason },
      { cause: error },
    )
  }
}

function sqliteCode(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : null
}

/** The process number the holder wrote down; null in the moment before it did. Told to people, never decided by. */
async function holder(layout: Layout): Promise<number | null> {
  const text = await readFile(layout.holderFile, 'utf8').catch(() => '')
  return /^\d{1,10}\n$/.test(text) ? Number(text) : null
}
