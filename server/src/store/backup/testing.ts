import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import { desksOfTest, questionOf } from '../../testing/desks.ts'
import { recordOf } from '../../testing/matching.ts'
import { sourceWith, twoAgencies } from '../../testing/nation.ts'
import { releasesOfTest } from '../../testing/releases.ts'
import type { TestDatabase } from '../../testing/test-database.ts'
import { withDatabase } from '../connection.ts'
import { type BackupDone, type BackupOptions, writeBackup } from './write-backup.ts'

export async function query<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}

/** A folder that goes when the file's tests have ended. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'proofmark-backup-'))
  after(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A database without a table, beside that of the test, and the URL of its owner. It goes with the cluster of both. */
export async function emptyDatabase(beside: TestDatabase): Promise<string> {
  const name = `restored_${randomBytes(6).toString('hex')}`
  await query(beside.ownerUrl, `CREATE DATABASE ${name}`)
  return withDatabase(beside.ownerUrl, name)
}

/** Invented firearms of a nation that does not exist, with holders and with characters that COPY must escape. */
export const REGISTER = `id,serial,make,model,calibre,type,date,holder
R-1,XA 12345,Glock,17,9x19,pistol,2019-03-04,Invented Person
R-2,AB-77 001,Beretta,92 FS,9x19,pistol,2020-01-02,
R-3,ТТ 1234,Tokarev,"TT ""33""
second line",7.62x25,pistol,1951,Nobody \\N
R-4,\\N 99,unknown\tmake,,,rifle,,
`

/** Fills a database with two agencies, two sources of theirs, a question that one desk answered the other, and a release. */
export async function fill(database: TestDatabase): Promise<void> {
  const { police, customs } = await twoAgencies(database)
  await sourceWith(
    database,
    { agency: 'Police of XA', name: 'Register', kind: 'register', visibility: 'open' },
    REGISTER,
  )
  await sourceWith(
    database,
    { agency: 'Customs of XA', name: 'Seizures', kind: 'seizure', visibility: 'silent', handling: 'H2' },
    'id,serial,make\nS-1,XA 12345,Glock\n',
  )
  const { ask, answer } = desksOfTest(database)
  const { question } = await ask(police, questionOf({ agencies: [(await database.reader(customs)).agency!.id] }))
  await answer(customs, question, { verdict: 'ask_us', note: 'line\\N\tafter\nline' })
  await releasesOfTest(database).release(customs, {
    records: [await recordOf(database, 'S-1')],
    to: (await database.reader(police)).agency!.id,
    note: 'line\\N\tafter\nline',
  })
}

/** Takes a backup of a test's database. */
export function backUp(
  database: TestDatabase,
  file: string,
  options: Partial<BackupOptions> = {},
): Promise<BackupDone> {
  const store = {
    urls: { backup: database.url('backup'), serve: database.url('serve') },
    keys: { recordSecret: database.services.recordSecret },
  }
  const { installer: actor } = database.installation
  return writeBackup(store, {
    file,
    statedKey: undefined,
    actor,
    version: '0.1.0',
    clock: () => new Date(),
    ...options,
  })
}

/** Every table's rows as a hash, but for the tables named. */
export async function hashTables(url: string, except: readonly string[] = []): Promise<Record<string, string>> {
  const tables = await query<{ name: string }>(
    url,
    `SELECT relname::text AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`,
  )
  const hashes: Record<string, string> = {}
  for (const { name } of tables) {
    if (except.includes(name)) continue
    const [row] = await query<{ hash: string }>(
      url,
      `SELECT count(*) || ' ' || coalesce(encode(sha256(convert_to(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C"), 'UTF8')), 'hex'), '') AS hash
       FROM ${pg.escapeIdentifier(name)} t`,
    )
    hashes[name] = row!.hash
  }
  return hashes
}
