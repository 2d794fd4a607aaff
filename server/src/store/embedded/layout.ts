import { chmod, mkdir, readdir, realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { asEmbeddedError, EmbeddedError, systemCode } from './errors.ts'

/** Where things lie in a data folder. All paths are absolute, symbolic links resolved. */
export interface Layout {
  readonly folder: string
  /** PostgreSQL's own data directory. */
  readonly cluster: string
  /** Written by PostgreSQL while it runs: process, port, state. */
  readonly postmasterFile: string
  readonly keys: string
  readonly passwordFile: string
  readonly log: string
  readonly logFile: string
  readonly lockFile: string
  readonly holderFile: string
}

/** The layout of a folder whose absolute, resolved path is known. */
export function layoutOf(folder: string): Layout {
  const cluster = join(folder, 'postgres')
  const keys = join(folder, 'keys')
  const log = join(folder, 'log')
  return {
    folder,
    cluster,
    postmasterFile: join(cluster, 'postmaster.pid'),
    keys,
    passwordFile: join(keys, 'postgres'),
    log,
    logFile: join(log, 'postgres.log'),
    lockFile: join(folder, 'serving.lock'),
    holderFile: join(folder, 'serving.pid'),
  }
}

/** The layout of an existing data folder, or null where there is none that we may read. Writes nothing. */
export async function findLayout(folder: string): Promise<Layout | null> {
  try {
    return layoutOf(await realpath(folder))
  } catch {
    return null
  }
}

/**
 * Makes the data folder, its keys and its log, each for this user alone. Throws EmbeddedError where that cannot be.
 * The mode of a folder that existed before and holds other people's things is left alone: an operator who names the
 * wrong folder must not lock others out of it. Keys and data below it are closed in any case.
 */
export async function prepareFolder(folder: string): Promise<Layout> {
  const wanted = resolve(folder)
  // PostgreSQL writes the path as one line of postmaster.pid.
  if (/\p{Cc}/u.test(wanted)) {
    const reason = 'a line break or another control character stands in its name'
    throw new EmbeddedError('postgres.folder_not_writable', { folder: wanted, path: wanted, reason })
  }
  try {
    await makeFolder(wanted)
    const layout = layoutOf(await realpath(wanted))
    const entries = await readdir(layout.folder)
    await mkdir(layout.keys, { recursive: true, mode: 0o700 })
    await mkdir(layout.log, { recursive: true, mode: 0o700 })
    if (entries.length === 0 || entries.includes('keys')) await chmod(layout.folder, 0o700)
    await chmod(layout.keys, 0o700)
    await chmod(layout.log, 0o700)
    return layout
  } catch (error) {
    throw asEmbeddedError(error, wanted)
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    // Node.js says ENOENT for a recursive mkdir on a read-only disk; a plain one tells the true reason.
    if (systemCode(error) === 'ENOENT') await mkdir(folder, { mode: 0o700 })
    else throw error
  }
}
