import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { restoreBackup } from '../store/backup/restore-backup.ts'
import { backUp, emptyDatabase, query, temporaryFolder } from '../store/backup/testing.ts'
import { createPool } from '../store/connection.ts'
import { listMigrations } from '../store/migrate.ts'
import { testDatabase } from '../testing/test-database.ts'
import { changeMeans } from './commands/enrol.ts'
import { ensureFirstAdministratorLink } from './commands/first-administrator.ts'
import { resetAccount } from './commands/reset-account.ts'
import { setPassword } from './commands/set-password.ts'
import { isAdministered } from './queries/enrolled.ts'
import { installerReader } from './queries/signed-in-reader.ts'

const database = await testDatabase()
const serve = database.pool('serve')
const now = new Date()
await ensureFirstAdministratorLink(serve, database.installation, now)
const [first] = await query<{ id: string }>(database.ownerUrl, `SELECT id FROM account WHERE kind = 'person'`)
const person = first!.id
await serve.query(`INSERT INTO account_role (account_id, role) VALUES ($1, 'administrator')`, [person])
const inTheirName = async <Result>(work: Parameters<typeof database.as<Result>>[1]) =>
  database.as(await database.reader(person), work)

test('whoever sets a password and stops before the second factor cannot sign in, and the shell stays the installer’s', async () => {
  await inTheirName((context) => setPassword(context, 'a long enough sentence 4711'))
  assert.equal(await isAdministered(serve), false)
  assert.notEqual(await installerReader(serve, now), null)
  await inTheirName((context) =>
    changeMeans(context, 'second_factor', async () => {
      await context.client.query(
        `INSERT INTO second_factor (account_id, sealed_secret, last_step, set_at) VALUES ($1, '', 0, $2)`,
        [person, now],
      )
    }),
  )
  assert.equal(await installerReader(serve, now), null)
})

test('a backup that is taken between a reset and the enrolment after it restores as an installation that people have entered', async () => {
  await database.as(await database.installer(), (context) => resetAccount(context, person))
  const file = join(await temporaryFolder(), 'backup')
  await backUp(database, file)
  const databaseUrl = await emptyDatabase(database)
  await restoreBackup({ file, folder: await temporaryFolder(), databaseUrl })
  const restored = createPool(databaseUrl, 1)
  try {
    assert.equal(await installerReader(restored, now), null)
    assert.notEqual(await ensureFirstAdministratorLink(restored, database.installation, now), null)
  } finally {
    await restored.end()
  }
})

test('an installation of before this mark was kept is known by its log', async () => {
  await query(database.ownerUrl, 'UPDATE account_sign_in SET first_enrolled_at = NULL')
  assert.notEqual(await installerReader(serve, now), null)
  const migration = (await listMigrations()).find(({ name }) => name === '0014-first-enrolment.sql')
  const backfill = /INSERT[^;]+;/.exec(migration!.statements)![0]
  await query(database.ownerUrl, backfill)
  assert.equal(await installerReader(serve, now), null)
})
