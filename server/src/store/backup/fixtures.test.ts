import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { logOrigin } from '../../access/ledger/log-key.ts'
import { verifyAccessLog } from '../../access/ledger/verify.ts'
import { VERSION } from '../../cli/version.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { createPool } from '../connection.ts'
import { listMigrations } from '../migrate.ts'
import { openStore } from '../open-store.ts'
import { restoreBackup } from './restore-backup.ts'
import { backUp, emptyDatabase, fill, query, temporaryFolder } from './testing.ts'

const FIXTURES = fileURLToPath(new URL('./fixtures/', import.meta.url))
const database = await testDatabase()
const backups = (await readdir(FIXTURES)).filter((name) => name.endsWith('.backup'))

test('this version has its backup among the fixtures', () => {
  assert.ok(backups.includes(`${VERSION}.backup`))
})

for (const name of backups) {
  test(`the backup ${name} restores, is upgraded to this schema, and its log is sound`, async () => {
    const databaseUrl = await emptyDatabase(database)
    const done = await restoreBackup({ file: join(FIXTURES, name), folder: await temporaryFolder(), databaseUrl })
    const applied = await query(databaseUrl, 'SELECT number, checksum FROM schema_migration ORDER BY number')
    const known = (await listMigrations()).map(({ number, checksum }) => ({ number, checksum }))
    assert.deepEqual(applied, known)
    const serials = await query(
      databaseUrl,
      `SELECT v.stated ->> 'serial' AS serial FROM record r JOIN record_version v ON v.record_id = r.id AND v.version = r.version`,
    )
    const wanted = ['AB-77 001', 'XA 12345', 'XA 12345', '\\N 99', 'ТТ 1234']
    assert.deepEqual(serials.map(({ serial }) => serial).sort(), wanted)
    const pool = createPool(databaseUrl, 2)
    const verdict = await verifyAccessLog(pool, logOrigin(done.installation), []).finally(() => pool.end())
    assert.equal(verdict.sound, true)
  })
}

test('a backup moves into the embedded PostgreSQL, whose owner is no superuser, and opens there', async () => {
  await fill(database)
  const file = join(await temporaryFolder(), 'backup')
  await backUp(database, file)
  const folder = join(await temporaryFolder(), 'data')
  await restoreBackup({ file, folder })
  const store = await openStore({ folder, for: 'serve' })
  try {
    const records = await store.asOwner((owner) => query(owner, 'SELECT FROM record'))
    assert.equal(records.length, 5)
    assert.deepEqual(store.keys.recordSecret, database.services.recordSecret)
  } finally {
    await store.close()
  }
  await assert.rejects(restoreBackup({ file, folder }), { code: 'restore_not_empty' })
})
