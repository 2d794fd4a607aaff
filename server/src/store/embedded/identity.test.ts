import assert from 'node:assert/strict'
import { chmod, chown, mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { ended, mountStage, serve, temporaryFolder } from './folders.fixture.ts'
import { commandAs, parseUsers } from './identity.ts'

const NOT_ROOT = process.getuid?.() === 0 ? false : 'only root can change to other users'

test('a program is run directly, inside a namespace, or as a system user', () => {
  const owner = { uid: 0, gid: 0 }
  assert.deepEqual(commandAs({ kind: 'direct', owner }, '/bin/postgres', ['-D', 'x']), {
    file: '/bin/postgres',
    args: ['-D', 'x'],
    options: {},
  })
  const inside = { uid: 1000, gid: 100 }
  assert.deepEqual(commandAs({ kind: 'namespace', owner, inside }, '/bin/postgres', ['-D', 'x']), {
    file: 'unshare',
    args: ['--user', '--map-user=1000', '--map-group=100', '/bin/postgres', '-D', 'x'],
    options: {},
  })
  assert.deepEqual(commandAs({ kind: 'user', owner: inside }, '/bin/postgres', []), {
    file: '/bin/postgres',
    args: [],
    options: inside,
  })
})

test('users are read from the list of users; root, comments and broken lines are not', () => {
  const text =
    'root:x:0:0::/root:/bin/sh\n# a comment\ntoor:x:0:0::/:/bin/sh\nbroken:x:\nnobody:*:-2:-2::/:\npostgres:x:101:104::/:/bin/sh\n'
  assert.deepEqual(parseUsers(text), [
    { name: 'nobody', uid: 4294967294, gid: 4294967294 },
    { name: 'postgres', uid: 101, gid: 104 },
  ])
  fc.assert(fc.property(fc.string(), (any) => parseUsers(any).every(({ uid }) => uid > 0)))
})

test('root starts where user 1000 is unknown to the system', async (t) => {
  const { folder } = await temporaryFolder(t)
  const users = 'root:x:0:0::/:/bin/sh\\ndaemon:x:1:1::/:/bin/sh\\n'
  const stage = mountStage(`printf '${users}' > "$1/users"; mount --bind "$1/users" /etc/passwd`, dirname(folder))
  if (stage === null) return t.skip('this system lets no test mount a file system')
  const { line } = await serve(t, folder, stage)
  assert.deepEqual(line.steps, ['postgres.preparing', 'postgres.starting', 'postgres.ready'], JSON.stringify(line))
})

test('root without namespaces falls back to a system user, and the data goes with it there and back', {
  skip: NOT_ROOT,
}, async (t) => {
  const { folder, cluster, keys } = await temporaryFolder(t)
  const place = dirname(folder)
  await chmod(place, 0o755)
  const without = await serve(t, folder, ['/usr/bin/env', 'PATH=/nowhere'])
  if (without.line.code === 'postgres.identity_refused')
    return t.skip('the programs lie where other users may not pass')
  assert.notEqual((await stat(cluster)).uid, 0)
  assert.equal((await stat(folder)).uid, 0)
  assert.equal((await stat(keys)).uid, 0)
  without.child.stdin?.end()
  await ended(without.child)

  const { line } = await serve(t, folder)
  assert.equal(line.code, undefined)
  assert.equal(line.password, without.line.password)
})

test('a folder that no other user can reach is refused, and the error says who was tried', {
  skip: NOT_ROOT,
}, async (t) => {
  const { folder } = await temporaryFolder(t)
  const { line } = await serve(t, folder, ['/usr/bin/env', 'PATH=/nowhere'])
  assert.equal(line.code, 'postgres.identity_refused')
  assert.match(String(line.parameters?.tried), /^a user namespace/)
  assert.equal((await stat(folder)).mode & 0o777, 0o700)
})

test('root in a home folder that is closed to others runs as the owner of that home', { skip: NOT_ROOT }, async (t) => {
  const { folder, cluster } = await temporaryFolder(t)
  await chmod(dirname(folder), 0o700)
  await chown(dirname(folder), 65534, 65534)
  const { line } = await serve(t, folder)
  if (line.code === 'postgres.identity_refused') return t.skip('the programs lie where other users may not pass')
  assert.deepEqual(line.steps, ['postgres.preparing', 'postgres.starting', 'postgres.ready'], JSON.stringify(line))
  assert.equal((await stat(cluster)).uid, 65534)
})

test('an ordinary user starts it directly, also one without a name', { skip: NOT_ROOT }, async (t) => {
  const { folder } = await temporaryFolder(t)
  await chmod(dirname(folder), 0o755)
  for (const uid of [65534, 43210]) {
    const own = `${dirname(folder)}/${uid}`
    await mkdir(own)
    await chown(own, uid, uid)
    const become = ['setpriv', `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups']
    const { child, line } = await serve(t, `${own}/data`, become)
    assert.deepEqual(line.steps, ['postgres.preparing', 'postgres.starting', 'postgres.ready'], JSON.stringify(line))
    assert.equal((await stat(`${own}/data/postgres`)).uid, uid)
    child.stdin?.end()
    await ended(child)
  }
})
