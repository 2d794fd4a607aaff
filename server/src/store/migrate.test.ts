import assert from 'node:assert/strict'
import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { testDatabase } from '../testing/test-database.ts'
import { hashTables, query, temporaryFolder } from './backup/testing.ts'
import { listMigrations, MIGRATIONS_FOLDER, migrate, refuseOtherSchema } from './migrate.ts'
import { openStore } from './open-store.ts'

const database = await testDatabase()
const url = database.ownerUrl
const known = (await listMigrations()).length

async function migrationsWith(name: string, statements: string): Promise<string> {
  const folder = await temporaryFolder()
  await cp(MIGRATIONS_FOLDER, folder, { recursive: true })
  await writeFile(join(folder, name), statements)
  return folder
}

/** Tables, columns and rows: all that a migration could have changed. */
const whole = async () => ({
  rows: await hashTables(url),
  columns: await query(
    url,
    `SELECT table_name::text, column_name::text FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2`,
  ),
})

test('a migration that fails leaves the database as it was, is named, and fails again until it is mended', async () => {
  const name = `${String(known + 1).padStart(4, '0')}-later.sql`
  const migrations = await migrationsWith(
    name,
    `ALTER TABLE agency ADD COLUMN seal text; UPDATE agency SET seal = 1 / 0;`,
  )
  await query(url, `INSERT INTO agency (id, name, desk) VALUES (gen_random_uuid(), 'Police', 'desk')`)
  const before = await whole()
  for (let turn = 0; turn < 2; turn++) {
    await assert.rejects(migrate(url, migrations), {
      code: 'migration_failed',
      parameters: { migration: name, reason: 'division by zero' },
    })
    assert.deepEqual(await whole(), before)
  }
})

test('a command beside a process that serves an earlier or a later schema is refused', async () => {
  await migrate(url)
  await refuseOtherSchema(url)
  const [row] = await query(url, `DELETE FROM schema_migration WHERE number = ${known} RETURNING *`)
  await assert.rejects(refuseOtherSchema(url), { code: 'schema_older', parameters: { found: known - 1, known } })
  await query(
    url,
    `INSERT INTO schema_migration (number, name, checksum) VALUES (${known}, '${row?.name}', '${row?.checksum}')`,
  )
  await query(url, `INSERT INTO schema_migration (number, name, checksum) VALUES (${known + 1}, 'later', 'x')`)
  await assert.rejects(refuseOtherSchema(url), { code: 'schema_newer' })
  await query(url, `DELETE FROM schema_migration WHERE number = ${known + 1}`)
})

test('data of a later Proofmark, or of another one, is not served, and nothing in it is changed', async () => {
  const open = async () => openStore({ folder: await temporaryFolder(), databaseUrl: url, for: 'serve' })
  await query(url, `INSERT INTO schema_migration (number, name, checksum) VALUES (${known + 1}, 'later', 'x')`)
  const later = await whole()
  await assert.rejects(open(), { code: 'schema_newer', parameters: { found: known + 1, known } })
  assert.deepEqual(await whole(), later)
  await query(url, `DELETE FROM schema_migration WHERE number = ${known + 1}`)
  await query(url, `UPDATE schema_migration SET checksum = 'x' WHERE number = 3`)
  const other = await whole()
  await assert.rejects(open(), { code: 'migration_changed', parameters: { migration: '0003-records.sql' } })
  assert.deepEqual(await whole(), other)
})
