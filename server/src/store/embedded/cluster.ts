import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { EmbeddedError, systemCode } from './errors.ts'
import type { Layout } from './layout.ts'
import type { Binaries } from './locate-binaries.ts'

/** What must be there before PostgreSQL is let near a folder; initdb makes all of them. */
const PARTS = ['global/pg_control', 'base', 'pg_wal', 'postgresql.conf', 'pg_hba.conf']

/**
 * Is there a cluster of our version in the data folder? False where there is none yet (nothing, or an empty folder).
 * Throws `postgres.cluster_version` and `postgres.cluster_incomplete`; never changes what it finds.
 */
export async function clusterExists(layout: Layout, binaries: Binaries): Promise<boolean> {
  const path = layout.cluster
  try {
    if ((await readdir(path)).length === 0) return false
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false
    throw error
  }
  const found = await readVersion(path)
  const expected = binaries.version.split('.')[0] ?? binaries.version
  if (found !== expected) throw new EmbeddedError('postgres.cluster_version', { path, found, expected })
  for (const part of PARTS) {
    if ((await stat(join(path, part)).catch(() => null)) === null)
      throw new EmbeddedError('postgres.cluster_incomplete', { path, missing: part })
  }
  return true
}

async function readVersion(path: string): Promise<string> {
  const text = await readFile(join(path, 'PG_VERSION'), 'utf8').catch(() => '')
  if (!/^\d[\d.]{0,9}\s*$/.test(text))
    throw new EmbeddedError('postgres.cluster_incomplete', { path, missing: 'PG_VERSION' })
  return text.trim()
}
