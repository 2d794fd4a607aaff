import { randomBytes } from 'node:crypto'
import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { escapeLiteral } from 'pg'
import { RESTORE_MARKER } from '../open-store.ts'

/**
 * A restore marks the data folder, which then refuses to serve, and the database, which is then known to hold nothing
 * but what that restore left. Both marks bear the same token: a database is emptied only where its mark is that of this
 * folder, so that a wrong DATABASE_URL never costs data. The folder's mark goes first at the end; a mark left on the
 * database alone means nothing.
 */
const DATABASE_MARK = 'proofmark_restoring'

export async function readFolderMark(folder: string): Promise<string | null> {
  return readFile(join(folder, RESTORE_MARKER), 'utf8').catch((failure: NodeJS.ErrnoException) => {
    if (failure.code === 'ENOENT') return null
    throw failure
  })
}

/** Marks the folder, durably, and answers the token; one that stands already stays. */
export async function markFolder(folder: string): Promise<string> {
  const token = (await readFolderMark(folder)) || randomBytes(16).toString('hex')
  const file = await open(join(folder, RESTORE_MARKER), 'w', 0o600)
  try {
    await file.writeFile(token)
    await file.sync()
  } finally {
    await file.close()
  }
  return token
}

export async function unmarkFolder(folder: string): Promise<void> {
  await rm(join(folder, RESTORE_MARKER))
}

export async function readDatabaseMark(client: pg.ClientBase): Promise<string | null> {
  const { rows } = await client.query<{ token: string | null }>(
    `SELECT obj_description(to_regnamespace('${DATABASE_MARK}')::oid, 'pg_namespace') AS token`,
  )
  return rows[0]?.token ?? null
}

export async function markDatabase(client: pg.ClientBase, token: string): Promise<void> {
  await client.query('BEGIN')
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${DATABASE_MARK}`)
  await client.query(`COMMENT ON SCHEMA ${DATABASE_MARK} IS ${escapeLiteral(token)}`)
  await client.query('COMMIT')
}

export async function unmarkDatabase(client: pg.ClientBase): Promise<void> {
  await client.query(`DROP SCHEMA IF EXISTS ${DATABASE_MARK}`)
}
