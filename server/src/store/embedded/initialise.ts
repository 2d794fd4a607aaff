import { mkdtemp, open, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EmbeddedError } from './errors.ts'
import { giveTo, type ProcessIdentity, runAs } from './identity.ts'
import type { Layout } from './layout.ts'
import type { Binaries } from './locate-binaries.ts'
import { lastLines } from './log-file.ts'
import { SUPERUSER } from './server.ts'

const WORKSHOP = 'initialising-'

/**
 * Character classes for what still asks the C library (pg_trgm among them). Under plain `C` every letter beyond ASCII is
 * no letter at all: a name in Cyrillic or Arabic has no trigrams and finds nothing. The first that the system knows is
 * taken; `C` is the last resort. Order and case rules are PostgreSQL's own `C.UTF-8` in any case.
 */
const CHARACTER_CLASSES = ['C.UTF-8', 'en_US.UTF-8', 'C']

/**
 * Makes a new cluster: in a workshop beside, then put in place in one step, so that a cluster is there whole or not at
 * all. Workshops left by a start that died are swept first. The caller holds the folder's lock. Throws
 * `postgres.disk_full` and `postgres.initialise_failed`, leaving nothing behind.
 */
export async function makeCluster(
  layout: Layout,
  binaries: Binaries,
  identity: ProcessIdentity,
  password: string,
  durable: boolean,
): Promise<void> {
  await sweepWorkshops(layout)
  const folder = await mkdtemp(join(layout.folder, WORKSHOP))
  const workshop = { folder, cluster: join(folder, 'cluster'), passwordFile: join(folder, 'password') }
  try {
    await writeFile(workshop.passwordFile, `${password}\n`, { mode: 0o600 })
    await giveTo(identity, folder)
    await initialise(layout, binaries, identity, workshop, durable)
    // A rename onto an empty folder works on some systems only.
    await rmdir(layout.cluster).catch(() => undefined)
    await rename(workshop.cluster, layout.cluster)
    if (durable) await syncFolder(layout.folder)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)
  }
}

interface Workshop {
  readonly folder: string
  readonly cluster: string
  readonly passwordFile: string
}

async function initialise(
  layout: Layout,
  binaries: Binaries,
  identity: ProcessIdentity,
  workshop: Workshop,
  durable: boolean,
): Promise<void> {
  for (const characterClasses of CHARACTER_CLASSES) {
    const args = [
      `--pgdata=${workshop.cluster}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${workshop.passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      `--lc-ctype=${characterClasses}`,
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      ...(durable ? [] : ['--no-sync']),
    ]
    const end = await runAs(identity, binaries.initdb, args, { cwd: workshop.folder })
    if (end.code === 0) return
    if (/No space left on device|Disk quota exceeded/.test(end.output))
      throw new EmbeddedError('postgres.disk_full', { folder: layout.folder })
    if (/invalid locale name/.test(end.output)) continue
    const output = end.failure ?? lastLines(end.output)
    throw new EmbeddedError('postgres.initialise_failed', { folder: layout.folder, output })
  }
  const output = `none of the locales ${CHARACTER_CLASSES.join(', ')} is known here`
  throw new EmbeddedError('postgres.initialise_failed', { folder: layout.folder, output })
}

async function sweepWorkshops(layout: Layout): Promise<void> {
  for (const name of await readdir(layout.folder)) {
    // One that cannot go (an initdb of a killed start still writes there) is swept by a later start.
    if (name.startsWith(WORKSHOP))
      await rm(join(layout.folder, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)
  }
}

/** Makes a rename last through a power cut. Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
