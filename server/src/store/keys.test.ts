import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { logOrigin } from '../access/ledger/log-key.ts'
import { verifyAccessLog } from '../access/ledger/verify.ts'
import { testDatabase } from '../testing/test-database.ts'
import { restoreBackup } from './backup/restore-backup.ts'
import { backUp, fill, hashTables, query, temporaryFolder } from './backup/testing.ts'
import { createPool, withDatabase } from './connection.ts'
import { openStore } from './open-store.ts'

const database = await testDatabase()
await fill(database)
const file = join(await temporaryFolder(), 'backup')
await backUp(database, file)
const databaseUrl = withDatabase(database.ownerUrl, `restored_${randomBytes(6).toString('hex')}`)
await query(database.ownerUrl, `CREATE DATABASE ${new URL(databaseUrl).pathname.slice(1)}`)
const folder = await temporaryFolder()
await restoreBackup({ file, folder, databaseUrl })
const keyFile = (name: string) => join(folder, 'keys', name)
const open = async () => {
  const store = await openStore({ folder, databaseUrl, for: 'serve' })
  await store.close()
}

test('a lost or foreign key of the records is refused, and nothing is entered a second time', async () => {
  const own = await readFile(keyFile('record-ids'), 'utf8')
  const before = await hashTables(databaseUrl)
  await rm(keyFile('record-ids'))
  await assert.rejects(open(), { code: 'key_foreign', parameters: { folder } })
  await writeFile(keyFile('record-ids'), 'ab'.repeat(32))
  await assert.rejects(open(), { code: 'key_foreign' })
  assert.deepEqual(await hashTables(databaseUrl), before)
  await writeFile(keyFile('record-ids'), own)
  await open()
})

test('a key file that holds no key is named, and told apart by whether a new one can be made', async () => {
  for (const [name, kind] of [
    ['record-ids', 'records'],
    ['ledger', 'other'],
    ['sign-in', 'other'],
    ['private-look-up', 'other'],
    ['logins.json', 'other'],
  ] as const) {
    const own = await readFile(keyFile(name), 'utf8')
    for (const content of ['', 'garbage', '{"serve":1}', own.slice(2)]) {
      await writeFile(keyFile(name), content)
      await assert.rejects(open(), { code: 'key_damaged', parameters: { folder, name, kind } })
    }
    await writeFile(keyFile(name), `${own}\n`)
    await open()
  }
})

test('of what may be lost a new one is made, and the log stays sound', async () => {
  for (const name of ['ledger', 'sign-in', 'private-look-up', 'logins.json']) await rm(keyFile(name))
  await open()
  const pool = createPool(databaseUrl, 2)
  const verdict = await verifyAccessLog(pool, logOrigin(database.installation.id), []).finally(() => pool.end())
  assert.equal(verdict.sound, true)
})

test('a data folder below a file is named', async () => {
  await writeFile(join(folder, 'aside'), '')
  const below = join(folder, 'aside', 'data')
  await assert.rejects(openStore({ folder: below, databaseUrl, for: 'serve' }), {
    code: 'postgres.folder_not_writable',
    message: /something on the way is a file/,
  })
})
