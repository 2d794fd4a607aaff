import assert from 'node:assert/strict'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { ProofmarkError } from '@proofmark/contract/errors'
import { importText } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { LEFT_OUT } from './catalogue.ts'
import { openBackup } from './read-backup.ts'
import { backUp, fill, query, temporaryFolder } from './testing.ts'

const database = await testDatabase()
const folder = await temporaryFolder()
await fill(database)
const drain = async (_table: unknown, rows: AsyncIterable<Buffer>) => {
  for await (const _ of rows);
}

test('a backup holds every table but sessions and links, in a file for its owner alone', async () => {
  const file = join(folder, 'whole')
  const done = await backUp(database, file)
  assert.equal((await stat(file)).mode & 0o777, 0o600)
  assert.equal((await stat(`${file}.key`)).mode & 0o777, 0o600)
  const backup = await openBackup(file, {})
  const { manifest, trailer } = await backup.read(drain)
  await backup.close()
  const tables = await query<{ name: string }>(
    database.ownerUrl,
    `SELECT relname::text AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
  )
  const wanted = tables.map(({ name }) => name).filter((name) => !LEFT_OUT.includes(name))
  assert.deepEqual(manifest.tables.map(({ name }) => name).sort(), wanted.sort())
  assert.equal(manifest.installation, database.installation.id)
  assert.equal(manifest.recordSecret, database.services.recordSecret.toString('hex'))
  assert.equal(trailer.tables.record?.rows, 5)
  assert.equal(done.tables, wanted.length)
})

test('nothing of the records or of the secret stands in the file in plain', async () => {
  const { readFile } = await import('node:fs/promises')
  const bytes = await readFile(join(folder, 'whole'))
  assert.equal(bytes.includes('Glock'), false)
  assert.equal(bytes.includes(database.services.recordSecret), false)
})

test('the entry of the access log names the file', async () => {
  const rows = await query(database.ownerUrl, `SELECT body FROM audit_entry WHERE action = 'installation.backed_up'`)
  assert.deepEqual(rows, [{ body: { file: 'whole' } }])
})

test('an earlier backup and an earlier key are never written over', async () => {
  const taken = { code: 'name_taken' }
  await assert.rejects(backUp(database, join(folder, 'whole')), taken)
  await assert.rejects(backUp(database, join(folder, 'whole.key')), taken)
})

test('a target that cannot be written to is named before anything is read, and none is made', async () => {
  const missing = join(folder, 'none', 'backup')
  await assert.rejects(backUp(database, missing), {
    code: 'file_not_written',
    parameters: { file: missing, reason: 'folder' },
  })
  const below = join(folder, 'whole', 'backup')
  await assert.rejects(backUp(database, below), {
    code: 'file_not_written',
    parameters: { file: below, reason: 'folder' },
  })
})

test('where the operator states a key, none is written, and one that is no key is refused without being repeated', async () => {
  const file = join(folder, 'stated')
  const key = '0f'.repeat(32)
  assert.equal((await backUp(database, file, { statedKey: key })).keyFile, null)
  await assert.rejects(stat(`${file}.key`), { code: 'ENOENT' })
  const backup = await openBackup(file, { statedKey: key })
  await backup.read(drain)
  await backup.close()
  await assert.rejects(backUp(database, join(folder, 'other'), { statedKey: 'secret word' }), (failure) => {
    assert.ok(failure instanceof ProofmarkError && failure.code === 'usage')
    assert.doesNotMatch(JSON.stringify(failure.parameters), /secret word/)
    return true
  })
})

test('a backup is of one moment, though imports commit while it is taken', async () => {
  const file = join(folder, 'moment')
  let importing: Promise<unknown> | null = null
  await backUp(database, file, {
    onProgress: () => {
      importing ??= importText(database, 'Register', 'id,serial,make\nR-90,QQ 1,Glock\nR-91,QQ 2,Glock\n')
    },
  })
  await importing
  const backup = await openBackup(file, {})
  const { trailer } = await backup.read(drain)
  await backup.close()
  const rows = (table: string) => trailer.tables[table]?.rows
  assert.equal(rows('record'), rows('reading'))
  assert.equal(rows('record'), 5)
  assert.equal(rows('record_version'), 5)
  assert.equal(rows('import_run'), 2)
})

test('a backup that would miss rows or tables is not made, and leaves no file', async (context) => {
  const refused = (relation: string) => (failure: unknown) =>
    failure instanceof ProofmarkError &&
    failure.code === 'backup_incomplete' &&
    failure.parameters.relation === relation
  const cases = [
    [
      'a table without a policy',
      'forgotten',
      'CREATE TABLE forgotten (id int); ALTER TABLE forgotten ENABLE ROW LEVEL SECURITY; GRANT SELECT ON forgotten TO pm_backup',
    ],
    [
      'a policy that shows less than everything',
      'forgotten',
      'CREATE TABLE forgotten (id int); ALTER TABLE forgotten ENABLE ROW LEVEL SECURITY; GRANT SELECT ON forgotten TO pm_backup; CREATE POLICY narrow ON forgotten TO pm_backup USING (id > 1)',
    ],
    [
      'a policy that takes away',
      'forgotten',
      'CREATE TABLE forgotten (id int); ALTER TABLE forgotten ENABLE ROW LEVEL SECURITY; GRANT SELECT ON forgotten TO pm_backup; CREATE POLICY every ON forgotten TO pm_backup USING (true); CREATE POLICY less ON forgotten AS RESTRICTIVE USING (id > 1)',
    ],
    ['a table that may not be read', 'forgotten', 'CREATE TABLE forgotten (id int)'],
    ['a sequence that may not be read', 'forgotten', 'CREATE SEQUENCE forgotten'],
  ] as const
  for (const [name, relation, statements] of cases) {
    await context.test(name, async () => {
      await query(database.ownerUrl, statements)
      const before = await readdir(folder)
      await assert.rejects(backUp(database, join(folder, 'refused')), refused(relation))
      assert.deepEqual(await readdir(folder), before)
      await query(database.ownerUrl, `DROP ${statements.startsWith('CREATE TABLE') ? 'TABLE' : 'SEQUENCE'} forgotten`)
    })
  }
})
