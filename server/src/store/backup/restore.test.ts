import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFile, cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import type { Context, Reader } from '../../access/context.ts'
import { logOrigin } from '../../access/ledger/log-key.ts'
import { verifyAccessLog } from '../../access/ledger/verify.ts'
import { resolveReader } from '../../access/queries/resolve-reader.ts'
import { runCommand } from '../../access/run-command.ts'
import { find } from '../../linkage/commands/find.ts'
import { importText } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { showLife } from '../../tracing/commands/show-life.ts'
import { createPool } from '../connection.ts'
import { MIGRATIONS_FOLDER } from '../migrate.ts'
import { openStore, RESTORE_MARKER } from '../open-store.ts'
import { LEFT_OUT } from './catalogue.ts'
import { readErasures } from './honour-erasures.ts'
import { restoreBackup } from './restore-backup.ts'
import { backUp, emptyDatabase, fill, hashTables, query, REGISTER, temporaryFolder } from './testing.ts'

const database = await testDatabase()
const folder = await temporaryFolder()
await fill(database)
await query(
  database.ownerUrl,
  `INSERT INTO session (token_sha256, account_id, expires_at, opened_by) SELECT '\\x01', id, 'infinity', 'password' FROM account LIMIT 1;
   INSERT INTO access_token (token_sha256, account_id, name, expires_at) SELECT '\\x02', id, 'token', 'infinity' FROM account LIMIT 1;
   INSERT INTO sign_in_link (token_sha256, account_id, kind) SELECT '\\x03', id, 'reset' FROM account LIMIT 1;
   INSERT INTO account_password (account_id, verifier, set_at) SELECT id, 'verifier', now() FROM account LIMIT 1;
   INSERT INTO second_factor (account_id, sealed_secret, last_step, set_at) SELECT id, '\\x04', 0, now() FROM account LIMIT 1`,
)
const [erased] = await query<{ id: string }>(
  database.ownerUrl,
  `WITH made AS (
     INSERT INTO thing (id, kind, agency_id, vis, opened_by)
     SELECT gen_random_uuid(), 'person', v.agency_id, v.id, a.id FROM visibility v, account a LIMIT 1 RETURNING *
   ), said AS (
     INSERT INTO thing_value (thing_id, id, vis, field, value, key, standing, said, said_by)
     SELECT id, gen_random_uuid(), vis, 'name', 'Erased Person', decode(repeat('05', 16), 'hex'), 'fact', '{}', opened_by FROM made
   ) SELECT id FROM made`,
)
const [entry] = await query<{ id: string }>(
  database.ownerUrl,
  `SELECT id FROM audit_entry WHERE body IS NOT NULL AND body <> '{}' LIMIT 1`,
)
const file = join(folder, 'backup')
/** The log goes on while the backup is taken and after it: it is compared by `verify`. */
const before = await hashTables(database.ownerUrl)
await backUp(database, file)
const LOG = [
  'audit_entry',
  'audit_queue',
  'ledger_leaf',
  'ledger_frontier',
  'ledger_checkpoint',
  'ledger_key',
  'exchange_ledger_key',
]

async function restore(options: Partial<Parameters<typeof restoreBackup>[0]> = {}) {
  const databaseUrl = await emptyDatabase(database)
  const data = await temporaryFolder()
  return { databaseUrl, data, done: await restoreBackup({ file, folder: data, databaseUrl, ...options }) }
}

test('a restored database has the same rows in every table, no session, link, token or second factor, and a sound log that says so', async () => {
  const { databaseUrl, data, done } = await restore()
  const except = [...LOG, ...LEFT_OUT]
  const kept = Object.fromEntries(Object.entries(before).filter(([name]) => !except.includes(name)))
  assert.deepEqual(await hashTables(databaseUrl, except), kept)
  for (const table of LEFT_OUT) assert.deepEqual(await query(databaseUrl, `SELECT FROM ${table}`), [])
  assert.deepEqual(done.upgraded, [])
  assert.equal(await readFile(join(data, 'keys', 'record-ids'), 'utf8'), database.services.recordSecret.toString('hex'))
  await assert.rejects(stat(join(data, RESTORE_MARKER)), { code: 'ENOENT' })
  const schemas = await query(databaseUrl, `SELECT FROM pg_namespace WHERE nspname = 'proofmark_restoring'`)
  assert.equal(schemas.length, 0)

  const entries = (url: string) =>
    query<{ row: string }>(
      url,
      `SELECT e::text AS row FROM audit_entry e WHERE action NOT IN ('installation.backed_up', 'installation.restored') ORDER BY 1`,
    )
  assert.deepEqual(await entries(databaseUrl), await entries(database.ownerUrl))
  const [entry] = await query<{ body: unknown }>(
    databaseUrl,
    `SELECT body FROM audit_entry WHERE action = 'installation.restored'`,
  )
  assert.deepEqual(entry?.body, { file: 'backup', taken: done.taken.toISOString() })
  const pool = createPool(databaseUrl, 2)
  const verdict = await verifyAccessLog(pool, logOrigin(done.installation), [])
  await pool.end()
  assert.deepEqual([verdict.sound, verdict.pending], [true, 0])
})

test('what was erased and struck after the backup is gone before anything serves; the same file imported again changes nothing', async () => {
  const list = join(folder, 'erasures')
  const kept = { thing: erased!.id, reason: 'unlawful', at: '2024-01-01T00:00:00.000Z' }
  const struck = { ...kept, struck: { place: 'log', of: entry!.id, id: entry!.id, entry: erased!.id } }
  await writeFile(list, [kept, struck].map((line) => `${JSON.stringify(line)}\n`).join(''))
  const { databaseUrl, data, done } = await restore({ erasures: await readErasures(list) })
  const values = 'SELECT value, key FROM thing_value'
  assert.deepEqual(await query(databaseUrl, values), [{ value: null, key: null }])
  assert.equal((await query<{ value: string }>(database.ownerUrl, values))[0]!.value, 'Erased Person')
  const bodies = await query(databaseUrl, `SELECT body FROM audit_entry WHERE id = '${entry!.id}'`)
  assert.deepEqual(bodies, [{ body: null }])
  const log = createPool(databaseUrl, 1)
  assert.equal((await verifyAccessLog(log, logOrigin(done.installation), [])).sound, true, 'what commits to it stays')
  await log.end()
  const store = await openStore({ folder: data, databaseUrl, for: 'serve' })
  const pool = createPool(store.urls.serve, 2)
  try {
    const restored = {
      ...database,
      as: ((reader, work) => runIn(pool, store.keys.recordSecret, reader, work)) as typeof database.as,
    }
    const { unchanged, rejected, rows } = await importText(restored, 'Register', REGISTER)
    assert.deepEqual({ unchanged, rejected, rows }, { unchanged: 4, rejected: 0, rows: 4 })
    const changed = await importText(restored, 'Register', 'id,serial,make\nR-9,NEW 1,Glock\n')
    assert.equal(changed.accepted, 1, 'the sequence goes on above what the backup holds')
  } finally {
    await pool.end()
    await store.close()
  }
})

test('what is found, and what lives are told, is in the restored database what it was in the first, for everybody', async () => {
  const { databaseUrl, data } = await restore()
  const store = await openStore({ folder: data, databaseUrl, for: 'serve' })
  const pool = createPool(store.urls.serve, 2)
  try {
    const people = await query<{ id: string }>(database.ownerUrl, `SELECT id FROM account WHERE kind = 'person'`)
    const answers: unknown[] = []
    for (const { id } of people) {
      const told = async (
        reader: Reader | null,
        run: <Result>(work: (context: Context) => Promise<Result>) => Promise<Result>,
      ) => {
        assert.ok(reader)
        const found = await run((context) => find(context, { serial: 'XA 12345' }, 10))
        const lives = []
        for (const { record } of found.candidates) lives.push(await run((context) => showLife(context, record)))
        return { found, lives }
      }
      const here = await database.reader(id)
      const there = await resolveReader(pool, id, new Date())
      const first = await told(here, (work) => database.as(here, work))
      assert.deepEqual(await told(there, (work) => runIn(pool, store.keys.recordSecret, there!, work)), first)
      answers.push(...first.found.candidates)
    }
    assert.ok(answers.length > 0)
  } finally {
    await pool.end()
    await store.close()
  }
})

async function runIn<Result>(
  pool: ReturnType<typeof createPool>,
  recordSecret: Buffer,
  reader: Reader,
  work: (context: Context) => Promise<Result>,
) {
  return runCommand({ ...database.services, pool, recordSecret }, reader, { purpose: 'trace' }, work)
}

test('a database or folder that holds an installation is left as it is', async () => {
  const { databaseUrl, data } = await restore()
  const standing = await hashTables(databaseUrl)
  await assert.rejects(restoreBackup({ file, folder: data, databaseUrl }), { code: 'restore_not_empty' })
  const other = await temporaryFolder()
  await assert.rejects(restoreBackup({ file, folder: other, databaseUrl }), { code: 'restore_not_empty' })
  assert.deepEqual(await hashTables(databaseUrl), standing)
  for (const each of [data, other]) await assert.rejects(stat(join(each, RESTORE_MARKER)), { code: 'ENOENT' })
})

test('tables of somebody else in the database are left as they are', async () => {
  const databaseUrl = await emptyDatabase(database)
  await query(databaseUrl, 'CREATE TABLE theirs AS SELECT 1 AS one')
  await assert.rejects(restoreBackup({ file, folder: await temporaryFolder(), databaseUrl }), {
    code: 'restore_not_empty',
  })
  assert.deepEqual(await query(databaseUrl, 'SELECT one FROM theirs'), [{ one: 1 }])
})

test('a restore that is killed at any step leaves a folder that does not serve, and begins anew', async (context) => {
  for (const step of ['preparing', 'loading', 'upgrading', 'finishing']) {
    await context.test(step, async () => {
      const databaseUrl = await emptyDatabase(database)
      const data = await temporaryFolder()
      const script = fileURLToPath(new URL('./kill.fixture.ts', import.meta.url))
      const { signal } = spawnSync(process.execPath, [script, file, data, databaseUrl, step])
      assert.equal(signal, 'SIGKILL')
      await assert.rejects(openStore({ folder: data, databaseUrl, for: 'serve' }), { code: 'restore_unfinished' })
      await restoreBackup({ file, folder: data, databaseUrl })
      const [{ records } = { records: 0 }] = await query<{ records: number }>(
        databaseUrl,
        'SELECT count(*)::int AS records FROM record',
      )
      assert.equal(records, 5)
      const restored = await query(databaseUrl, `SELECT FROM audit_entry WHERE action = 'installation.restored'`)
      assert.equal(restored.length, 1)
    })
  }
})

test('a folder marked for one database empties no other', async () => {
  const { databaseUrl } = await restore()
  const marked = await temporaryFolder()
  await writeFile(join(marked, RESTORE_MARKER), 'ab'.repeat(16))
  await assert.rejects(restoreBackup({ file, folder: marked, databaseUrl }), { code: 'restore_not_empty' })
  assert.equal((await query(databaseUrl, 'SELECT FROM record')).length, 5)
})

test('an older backup is loaded under its own schema and then upgraded', async () => {
  const migrations = await laterMigrations('ALTER TABLE agency ADD COLUMN seal text; UPDATE agency SET seal = name;')
  const { databaseUrl, done } = await restore({ migrations })
  assert.deepEqual(done.upgraded, [(await sqlFiles(migrations)).at(-1)])
  const rows = await query(databaseUrl, 'SELECT FROM agency WHERE seal IS DISTINCT FROM name')
  assert.equal(rows.length, 0)
})

test('an upgrade that fails leaves a folder that does not serve', async () => {
  const databaseUrl = await emptyDatabase(database)
  const data = await temporaryFolder()
  const migrations = await laterMigrations('SELECT 1 / 0;')
  await assert.rejects(restoreBackup({ file, folder: data, databaseUrl, migrations }), { code: 'migration_failed' })
  await assert.rejects(openStore({ folder: data, databaseUrl, for: 'serve' }), { code: 'restore_unfinished' })
})

const sqlFiles = async (migrations: string) =>
  (await readdir(migrations)).filter((name) => name.endsWith('.sql')).sort()

async function laterMigrations(statements: string): Promise<string> {
  const migrations = await temporaryFolder()
  await cp(MIGRATIONS_FOLDER, migrations, { recursive: true })
  const number = (await sqlFiles(migrations)).length + 1
  await writeFile(join(migrations, `${String(number).padStart(4, '0')}-later.sql`), statements)
  return migrations
}

test('a backup of a newer schema, or of other migrations, is refused before anything is touched', async () => {
  const migrations = await temporaryFolder()
  await cp(MIGRATIONS_FOLDER, migrations, { recursive: true })
  const names = await sqlFiles(migrations)
  const data = join(await temporaryFolder(), 'data')
  const attempt = () => restoreBackup({ file, folder: data, migrations })
  await writeFile(join(migrations, names[0]!), '-- changed')
  await assert.rejects(attempt(), { code: 'migration_changed', parameters: { migration: names[0] } })
  await rm(join(migrations, names.at(-1)!))
  await assert.rejects(attempt(), {
    code: 'schema_newer',
    parameters: { found: names.length, known: names.length - 1 },
  })
  await assert.rejects(stat(data), { code: 'ENOENT' })
})

test('a file that is not whole, not authentic, not a backup or without its key changes nothing', async (context) => {
  const data = join(await temporaryFolder(), 'data')
  const whole = await readFile(file)
  const copy = join(folder, 'copy')
  await copyFile(`${file}.key`, `${copy}.key`)
  const refusal = async (bytes: Buffer, reasons: readonly string[]) => {
    await writeFile(copy, bytes)
    await assert.rejects(
      restoreBackup({ file: copy, folder: data }),
      (failure: { code: string; parameters: { file: string; reason: string } }) => {
        assert.equal(failure.code, 'backup_unreadable')
        assert.equal(failure.parameters.file, copy)
        assert.ok(reasons.includes(failure.parameters.reason), failure.parameters.reason)
        return true
      },
    )
  }
  await context.test('a byte changed anywhere', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (position, change) => {
        const changed = Buffer.from(whole)
        changed.writeUInt8(changed.readUInt8(position) ^ change, position)
        return refusal(changed, ['damaged', 'not_a_backup', 'format_newer', 'wrong_key'])
      }),
      { numRuns: 60 },
    ),
  )
  await context.test('cut off anywhere', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), (length) =>
        refusal(whole.subarray(0, length), ['damaged', 'not_a_backup']),
      ),
      { numRuns: 40 },
    ),
  )
  await context.test('a later version of the format', async () => {
    const later = Buffer.from(whole)
    later.writeUInt32BE(2, 16)
    await refusal(later, ['format_newer'])
  })
  await context.test('something else', () => refusal(Buffer.from('id,serial,make\n'), ['not_a_backup']))
  await context.test('another key', async () => {
    await writeFile(copy, whole)
    await assert.rejects(restoreBackup({ file: copy, folder: data, keyFile: await otherKey() }), {
      code: 'backup_unreadable',
      parameters: { file: copy, reason: 'wrong_key' },
    })
  })
  await context.test('no key', async () => {
    await rm(`${copy}.key`)
    const parameters = { file: copy, key: `${copy}.key` }
    await assert.rejects(restoreBackup({ file: copy, folder: data }), { code: 'backup_key_missing', parameters })
  })
  await context.test('no file', () =>
    assert.rejects(restoreBackup({ file: join(folder, 'none'), folder: data }), { code: 'file_not_opened' }),
  )
  await assert.rejects(stat(data), { code: 'ENOENT' })
})

async function otherKey(): Promise<string> {
  const path = join(folder, 'other.key')
  await writeFile(path, `${'00'.repeat(32)}\n`)
  return path
}

test('the key beside a backup serves though another is stated', async () => {
  const { done } = await restore({ statedKey: '00'.repeat(32) })
  assert.ok(done.rows > 0)
})
