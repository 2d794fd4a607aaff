import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { ProofmarkError } from '@proofmark/contract/errors'
import pg from 'pg'
import type { ConnectionUrl } from './connection.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly statements: string
  readonly checksum: string
}

export const MIGRATIONS_FOLDER = fileURLToPath(new URL('./migrations/', import.meta.url))

/** Any number that nothing else in the database locks by. */
const MIGRATION_LOCK = 7_205_759_403

/** The numbered migrations, in order. Their numbers run without a gap. */
export async function listMigrations(folder = MIGRATIONS_FOLDER): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-[a-z-]+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name, position) => {
      const number = Number(name.slice(0, 4))
      if (number !== position + 1) throw new Error(`Migration ${name} should have the number ${position + 1}.`)
      const statements = await readFile(`${folder}/${name}`, 'utf8')
      return { number, name, statements, checksum: createHash('sha256').update(statements).digest('hex') }
    }),
  )
}

async function appliedMigrations(client: pg.Client): Promise<Map<number, string>> {
  await client.query(`
    CREATE TABLE IF NOT EXISTS schema_migration (
      number int4 PRIMARY KEY,
      name text NOT NULL,
      checksum text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`)
  return readApplied(client)
}

async function readApplied(client: pg.Client): Promise<Map<number, string>> {
  const { rows } = await client.query<{ number: number; checksum: string }>(
    'SELECT number, checksum FROM schema_migration',
  )
  return new Map(rows.map(({ number, checksum }) => [number, checksum]))
}

/** Refuses a database that a later Proofmark has changed, or one whose applied migrations are not ours. */
function refuseForeignSchema(applied: ReadonlyMap<number, string>, known: readonly Migration[]): void {
  const newest = Math.max(0, ...applied.keys())
  if (newest > known.length) throw new ProofmarkError('schema_newer', { found: newest, known: known.length })
  for (const { number, name, checksum } of known) {
    const found = applied.get(number)
    if (found !== undefined && found !== checksum) throw new ProofmarkError('migration_changed', { migration: name })
  }
}

/**
 * Refuses a database whose schema is not the one of this program, for a command beside a process that serves it and
 * alone may change it. Throws `schema_older`, `schema_newer` or `migration_changed`.
 */
export async function refuseOtherSchema(url: ConnectionUrl, folder = MIGRATIONS_FOLDER): Promise<void> {
  const known = await listMigrations(folder)
  const client = new pg.Client({ connectionString: url, application_name: 'proofmark schema' })
  await client.connect()
  try {
    const applied = await readApplied(client)
    refuseForeignSchema(applied, known)
    const missing = known.find(({ number }) => !applied.has(number))
    if (missing) throw new ProofmarkError('schema_older', { found: missing.number - 1, known: known.length })
  } finally {
    await client.end()
  }
}

/**
 * Brings the schema up to date, each migration in a transaction of its own, under a lock that lets one process do it.
 * Answers the names of those that it applied. Throws `schema_newer`, `migration_changed` or `migration_failed`; after a
 * failure the database stands where the last good migration left it, and Proofmark does not serve. `upTo` stops after the
 * migration of that number: a backup is loaded under the schema that it was taken from.
 */
export async function migrate(
  url: ConnectionUrl,
  folder = MIGRATIONS_FOLDER,
  upTo = Number.POSITIVE_INFINITY,
): Promise<string[]> {
  const known = await listMigrations(folder)
  const client = new pg.Client({ connectionString: url, application_name: 'proofmark migrate' })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    const applied = await appliedMigrations(client)
    refuseForeignSchema(applied, known)
    const done: string[] = []
    for (const { number, name, statements, checksum } of known) {
      if (applied.has(number) || number > upTo) continue
      try {
        await client.query('BEGIN')
        await client.query(statements)
        await client.query('INSERT INTO schema_migration (number, name, checksum) VALUES ($1, $2, $3)', [
          number,
          name,
          checksum,
        ])
        await client.query('COMMIT')
      } catch (cause) {
        await client.query('ROLLBACK').catch(() => {})
        const reason = cause instanceof Error ? cause.message : String(cause)
        throw new ProofmarkError('migration_failed', { migration: name, reason }, cause)
      }
      done.push(name)
    }
    await client.query('GRANT SELECT ON schema_migration TO pm_serve, pm_match, pm_log, pm_backup')
    return done
  } finally {
    await client.end()
  }
}
