import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { access } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { testDatabase } from '../testing/test-database.ts'
import { emptyDatabase, query, temporaryFolder } from './backup/testing.ts'
import { withDatabase, withLogin } from './connection.ts'
import { unfitness } from './given-server.ts'
import { openStore } from './open-store.ts'

const database = await testDatabase()
const password = randomBytes(12).toString('hex')
const roles = { plain: `plain_${password}`, maker: `maker_${password}` }
const nameOf = (url: string) => new URL(url).pathname.slice(1)

/** What a start on this database throws; it must have changed nothing in it. */
async function refusal(databaseUrl: string): Promise<{ code?: string; parameters?: object }> {
  const folder = join(await temporaryFolder(), 'data')
  const failure = await openStore({ folder, databaseUrl, for: 'serve' }).then(
    async (store) => {
      await store.close()
      return {}
    },
    (thrown: { code?: string; parameters?: object }) => thrown,
  )
  await assert.rejects(access(join(folder, 'keys', 'record-ids')), { code: 'ENOENT' })
  return failure
}

test('what is no address of a database is said to be none, and its password is not repeated', async () => {
  for (const url of [
    'nonsense',
    'mysql://u:p4711@localhost/x',
    'postgresql://localhost',
    'postgresql://localhost:99999/x',
  ]) {
    const { code, parameters } = await refusal(url)
    assert.equal(code, 'database_unfit', url)
    assert.deepEqual(parameters, { reason: 'url', found: '' })
  }
})

test('a database that cannot be opened is named, with why', async (t) => {
  const listener = createServer((socket) => socket.destroy())
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  t.after(() => listener.close())
  const { port } = listener.address() as { port: number }
  const closed = createServer()
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
  const { port: free } = closed.address() as { port: number }
  await new Promise((resolve) => closed.close(resolve))
  const { host } = new URL(database.ownerUrl)
  for (const [url, address, reason] of [
    [`postgresql://u:p@127.0.0.1:${free}/x`, `127.0.0.1:${free}/x`, 'refused'],
    [`postgresql://u:p@127.0.0.1:${port}/x`, `127.0.0.1:${port}/x`, 'ended'],
    [withDatabase(database.ownerUrl, 'there_is_none'), `${host}/there_is_none`, 'absent'],
    [withLogin(database.ownerUrl, 'nobody_here', 'wrong'), `${host}/${nameOf(database.ownerUrl)}`, 'login'],
  ] as const) {
    const { code, parameters } = await refusal(url)
    assert.equal(code, 'database_unreachable')
    assert.deepEqual(parameters, { address, reason })
  }
})

test('a login without the rights, or a database in another encoding, is refused before anything is made in it', async (t) => {
  const empty = await emptyDatabase(database)
  await query(database.ownerUrl, `CREATE ROLE ${roles.plain} LOGIN PASSWORD '${password}'`)
  await query(database.ownerUrl, `CREATE ROLE ${roles.maker} LOGIN CREATEROLE PASSWORD '${password}'`)
  t.after(() => query(database.ownerUrl, `DROP ROLE ${roles.plain}, ${roles.maker}`))
  const tables = () => query(empty, `SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace`)
  assert.deepEqual((await refusal(withLogin(empty, roles.plain, password))).parameters, { reason: 'roles', found: '' })
  assert.deepEqual((await refusal(withLogin(empty, roles.maker, password))).parameters, { reason: 'owner', found: '' })
  assert.equal((await tables()).length, 0)
  const name = `ascii_${password}`
  await query(
    database.ownerUrl,
    `CREATE DATABASE ${name} ENCODING 'SQL_ASCII' TEMPLATE template0 LOCALE_PROVIDER libc LOCALE 'C'`,
  )
  t.after(() => query(database.ownerUrl, `DROP DATABASE ${name}`))
  const { parameters } = await refusal(withDatabase(database.ownerUrl, name))
  assert.deepEqual(parameters, { reason: 'encoding', found: 'SQL_ASCII' })
})

test('PostgreSQL 15 is too old, and a standby can only be read', () => {
  const fit = { version: '16.1', encoding: 'UTF8', readOnly: false, makesRoles: true, owns: true }
  assert.equal(unfitness(fit), null)
  assert.equal(unfitness({ ...fit, version: '18beta1' }), null)
  assert.deepEqual(unfitness({ ...fit, version: '15.14 (Debian)' }), { reason: 'version', found: '15.14 (Debian)' })
  assert.equal(unfitness({ ...fit, readOnly: true })?.reason, 'read_only')
})
