import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { EmbeddedError } from './errors.ts'
import { findRunning } from './find-running.ts'
import { fixturePath, query, serve, TEST_SETTINGS, temporaryFolder } from './folders.fixture.ts'
import { acquireFolder } from './lock.ts'
import type { ProgressStep } from './server.ts'
import { startEmbedded } from './start-embedded.ts'

test('what was written before a stop is there after the next start', async (t) => {
  const { folder, keys, passwordFile, logFile } = await temporaryFolder(t)
  const steps: ProgressStep[] = []
  const onProgress = (step: ProgressStep) => steps.push(step)
  const first = await startEmbedded({ folder, settings: TEST_SETTINGS, onProgress })
  assert.equal(first.adopted, false)
  await query(first, `create table kept as select 'Пистолет' as word`)
  await Promise.all([first.stop(), first.stop()])
  await assert.rejects(query(first, 'select 1'), 'a stopped server answers nobody')

  const second = await startEmbedded({ folder, settings: TEST_SETTINGS, onProgress })
  assert.equal(second.adopted, false)
  assert.equal(second.password, first.password)
  assert.deepEqual(await query(second, 'select word from kept'), [{ word: 'Пистолет' }])
  await second.stop()

  assert.deepEqual(steps, [
    'postgres.preparing',
    'postgres.starting',
    'postgres.ready',
    'postgres.starting',
    'postgres.ready',
  ])
  assert.equal((await stat(folder)).mode & 0o777, 0o700)
  assert.equal((await stat(keys)).mode & 0o777, 0o700)
  assert.equal((await stat(passwordFile)).mode & 0o777, 0o600)
  assert.equal((await stat(logFile)).mode & 0o777, 0o600)
  assert.deepEqual((await readdir(folder)).sort(), ['keys', 'log', 'postgres', 'serving.lock'])
})

test('the server is reachable on the loopback address by password only, and leaves no socket file', async (t) => {
  const { folder, cluster } = await temporaryFolder(t)
  const server = await startEmbedded({ folder, settings: TEST_SETTINGS })
  const [row] = await query(
    server,
    `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
            current_setting('data_checksums') as checksums, current_setting('server_encoding') as encoding,
            current_setting('fsync') as fsync, datlocprovider as provider, datlocale as locale
       from pg_database where datname = 'postgres'`,
  )
  assert.deepEqual(row, {
    addresses: '127.0.0.1',
    sockets: '',
    checksums: 'on',
    encoding: 'UTF8',
    fsync: 'off',
    provider: 'b',
    locale: 'C.UTF-8',
  })
  await assert.rejects(query({ ...server, password: 'a wrong password' }, 'select 1'), /password authentication failed/)
  const rules = (await readFile(join(cluster, 'pg_hba.conf'), 'utf8')).split('\n').filter((line) => /^\w/.test(line))
  assert.ok(rules.length > 0 && rules.every((line) => line.endsWith('scram-sha-256')))
  assert.ok(!(await readdir(tmpdir())).includes(`.s.PGSQL.${server.port}`))
  const elsewhere = connect({ host: '::1', port: server.port })
  await new Promise((resolve) => elsewhere.once('error', resolve))
  await server.stop()
})

test('names in Cyrillic and Arabic have trigrams, so that they can be searched', async (t) => {
  const { folder } = await temporaryFolder(t)
  const server = await startEmbedded({ folder, settings: TEST_SETTINGS })
  await query(server, 'create extension pg_trgm')
  const [row] = await query(
    server,
    `select similarity('Макаров', 'Макароff') > 0.3 as cyrillic, similarity('مسدس', 'مسدسات') > 0.3 as arabic`,
  )
  assert.deepEqual(row, { cyrillic: true, arabic: true })
  await server.stop()
})

test('a second start on a served folder is refused and names the holder', async (t) => {
  const { folder } = await temporaryFolder(t)
  const serving = await serve(t, folder)
  await assert.rejects(startEmbedded({ folder, settings: TEST_SETTINGS }), {
    code: 'postgres.folder_in_use',
    parameters: { folder, pid: serving.child.pid },
  })
  assert.deepEqual(await query(serving.line, 'select 1 as alive'), [{ alive: 1 }])
})

test('of two starts at once on a fresh folder one wins and the other is told so', async (t) => {
  const { folder } = await temporaryFolder(t)
  const both = await Promise.all([serve(t, folder), serve(t, folder)])
  const winners = both.filter(({ line }) => line.code === undefined)
  const losers = both.filter(({ line }) => line.code === 'postgres.folder_in_use')
  assert.equal(winners.length, 1)
  assert.equal(losers.length, 1)
  assert.deepEqual(await query(winners[0]!.line, 'select 1 as alive'), [{ alive: 1 }])
})

test('a caller that holds the folder already starts with its lock and keeps it after the stop', async (t) => {
  const { folder } = await temporaryFolder(t)
  const lock = await acquireFolder(folder)
  const server = await startEmbedded({ folder, settings: TEST_SETTINGS, lock })
  await server.stop()
  await assert.rejects(acquireFolder(folder), { code: 'postgres.folder_in_use' })
  await lock.release()
  await (await acquireFolder(folder)).release()
})

test('a shell command finds the running server, cannot stop it, and finds nothing when it is down', async (t) => {
  const { folder } = await temporaryFolder(t)
  assert.equal(await findRunning(folder), null, 'no folder')
  const server = await startEmbedded({ folder, settings: TEST_SETTINGS })
  const found = spawnSync(process.execPath, [fixturePath('find.fixture.ts'), folder], { encoding: 'utf8' })
  assert.deepEqual(JSON.parse(found.stdout), { port: server.port, password: server.password }, found.stderr)
  assert.deepEqual(await query(server, 'select 1 as alive'), [{ alive: 1 }])
  await server.stop()
  assert.equal(await findRunning(folder), null, 'stopped')
})

test('a cluster half made by a start that died is swept and does not disturb the next', async (t) => {
  const { folder } = await temporaryFolder(t)
  await mkdir(join(folder, 'initialising-abandoned', 'cluster', 'base'), { recursive: true })
  await writeFile(join(folder, 'initialising-abandoned', 'cluster', 'PG_VERSION'), '18\n')
  await mkdir(join(folder, 'postgres'))
  const server = await startEmbedded({ folder, settings: TEST_SETTINGS })
  assert.deepEqual(await query(server, 'select 1 as alive'), [{ alive: 1 }])
  await server.stop()
  assert.deepEqual((await readdir(folder)).sort(), ['keys', 'log', 'postgres', 'serving.lock'])
})

test('a lost password file is replaced by a new password and the data stays', async (t) => {
  const { folder, passwordFile } = await temporaryFolder(t)
  const first = await startEmbedded({ folder, settings: TEST_SETTINGS })
  await query(first, 'create table kept as select 7 as number')
  await first.stop()
  await rm(passwordFile)
  const second = await startEmbedded({ folder, settings: TEST_SETTINGS })
  assert.notEqual(second.password, first.password)
  assert.deepEqual(await query(second, 'select number from kept'), [{ number: 7 }])
  await second.stop()

  await writeFile(passwordFile, `${first.password}\n`)
  await assert.rejects(startEmbedded({ folder, settings: TEST_SETTINGS }), {
    code: 'postgres.password_refused',
    parameters: { file: passwordFile },
  })
  assert.equal(await findRunning(folder), null)
})

test('an error of a statement leaves neither its text nor its values in the log', async (t) => {
  const { folder, logFile } = await temporaryFolder(t)
  const server = await startEmbedded({ folder, settings: TEST_SETTINGS })
  await query(server, 'create table holder (name text primary key)')
  const twice = `insert into holder values ('Jane Secret'), ('Jane Secret')`
  await assert.rejects(query(server, twice), /duplicate key/)
  await server.stop()
  const log = await readFile(logFile, 'utf8')
  assert.match(log, /duplicate key/)
  assert.doesNotMatch(log, /Secret/)
})

test('a setting that would open the server to the network is refused before anything is made', async (t) => {
  const { folder } = await temporaryFolder(t)
  const attempt = startEmbedded({ folder, settings: { LISTEN_ADDRESSES: '*' } })
  await assert.rejects(attempt, (error) => error instanceof EmbeddedError && error.code === 'postgres.setting_refused')
  await assert.rejects(stat(folder), { code: 'ENOENT' })
})
