import assert from 'node:assert/strict'
import { mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { mountStage, query, serve, TEST_SETTINGS, temporaryFolder } from './folders.fixture.ts'
import type { Layout } from './layout.ts'
import { startEmbedded } from './start-embedded.ts'

test('a data folder below a file cannot be used, and the error names it', async (t) => {
  const { folder } = await temporaryFolder(t)
  await writeFile(folder, 'a file')
  await assert.rejects(startEmbedded({ folder: join(folder, 'data') }), (error: Error & { parameters?: object }) => {
    assert.equal('code' in error && error.code, 'postgres.folder_not_writable')
    assert.match(error.message, /something on the way is a file/)
    return true
  })
})

test('a data folder with a line break in its name is refused', async (t) => {
  const { folder } = await temporaryFolder(t)
  await assert.rejects(startEmbedded({ folder: `${folder}\nmore` }), { code: 'postgres.folder_not_writable' })
})

test('a read-only disk is named as such', async (t) => {
  const { folder } = await temporaryFolder(t)
  const place = dirname(folder)
  const stage = mountStage('mount --bind "$1" "$1"; mount -o remount,bind,ro "$1"', place)
  if (stage === null) return t.skip('this system lets no test mount a file system')
  const { line } = await serve(t, folder, stage)
  assert.equal(line.code, 'postgres.folder_not_writable')
  assert.deepEqual(line.parameters, { folder, path: folder, reason: 'it is read-only' })
  assert.deepEqual(await readdir(place), [])
})

test('a disk that is full while a cluster is made is named as such', async (t) => {
  const { folder } = await temporaryFolder(t)
  const stage = mountStage('mount -t tmpfs -o size=24m tmpfs "$1"', dirname(folder))
  if (stage === null) return t.skip('this system lets no test mount a file system')
  const { line } = await serve(t, folder, stage)
  assert.equal(line.code, 'postgres.disk_full')
  assert.deepEqual(line.parameters, { folder })
  assert.deepEqual(line.steps, ['postgres.preparing'])
})

test('a cluster of PostgreSQL 17 is refused by name and not touched', async (t) => {
  const { folder, cluster } = await temporaryFolder(t)
  await mkdir(join(cluster, 'global'), { recursive: true })
  await writeFile(join(cluster, 'PG_VERSION'), '17\n')
  await assert.rejects(startEmbedded({ folder }), {
    code: 'postgres.cluster_version',
    parameters: { path: cluster, found: '17', expected: '18' },
  })
  assert.deepEqual((await readdir(cluster)).sort(), ['PG_VERSION', 'global'])
})

test('a cluster without its parts is refused, told what is missing, and not touched', async (t) => {
  const { folder, cluster } = await temporaryFolder(t)
  await mkdir(cluster, { recursive: true })
  await writeFile(join(cluster, 'letter.txt'), 'not a database')
  await assert.rejects(startEmbedded({ folder }), {
    code: 'postgres.cluster_incomplete',
    parameters: { path: cluster, missing: 'PG_VERSION' },
  })
  await writeFile(join(cluster, 'PG_VERSION'), '18\n')
  await assert.rejects(startEmbedded({ folder }), {
    code: 'postgres.cluster_incomplete',
    parameters: { path: cluster, missing: 'global/pg_control' },
  })
  assert.deepEqual((await readdir(cluster)).sort(), ['PG_VERSION', 'letter.txt'])
})

test('damaged data, a wrong setting and a start that fails are told apart, and the folder is free again', async (t) => {
  const layout = await temporaryFolder(t)
  const { folder, cluster } = layout
  await (await startEmbedded({ folder, settings: TEST_SETTINGS })).stop()

  await assert.rejects(startEmbedded({ folder, settings: { shared_buffers: 'plenty' } }), {
    code: 'postgres.start_failed',
    message: /invalid value for parameter "shared_buffers"/,
  })

  const control = join(cluster, 'global', 'pg_control')
  const whole = await readFile(control)
  const changed = Buffer.from(whole)
  changed.writeUInt8((changed.readUInt8(40) + 1) % 256, 40)
  await writeFile(control, changed)
  await assert.rejects(startEmbedded({ folder, settings: TEST_SETTINGS }), { code: 'postgres.cluster_damaged' })
  await writeFile(control, whole)

  await withoutJournal(layout, async () => {
    await assert.rejects(startEmbedded({ folder, settings: TEST_SETTINGS }), { code: 'postgres.cluster_damaged' })
  })

  const server = await startEmbedded({ folder, settings: TEST_SETTINGS })
  assert.deepEqual(await query(server, 'select 1 as alive'), [{ alive: 1 }])
  await server.stop()
})

/** Runs with an empty journal in place of the right one, which PostgreSQL cannot start from. */
async function withoutJournal(layout: Layout, run: () => Promise<void>): Promise<void> {
  const journal = join(layout.cluster, 'pg_wal')
  const aside = join(layout.folder, 'aside')
  await rename(journal, aside)
  await mkdir(journal)
  try {
    await run()
  } finally {
    await rm(journal, { recursive: true })
    await rename(aside, journal)
  }
}

test('a data folder reached through a symbolic link is one folder with its target', async (t) => {
  const { folder } = await temporaryFolder(t)
  const server = await startEmbedded({ folder, settings: TEST_SETTINGS })
  const alias = `${folder}-alias`
  await symlink(folder, alias)
  await assert.rejects(startEmbedded({ folder: alias }), {
    code: 'postgres.folder_in_use',
    parameters: { folder, pid: process.pid },
  })
  await server.stop()
})
