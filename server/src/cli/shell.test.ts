import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { hostedDatabase } from '../testing/hosted-database.ts'
import { proofmark } from '../testing/run-shell.ts'
import { ROWS, shellFolders } from '../testing/shell-folders.ts'
import { ROOT, SETTINGS } from './settings.ts'

const { scratch, newFolder, file, installed } = await shellFolders()

test('a source is added, a file imported, found, and the log verified, each command starting the database for its time', async () => {
  const folder = newFolder()
  const added = await proofmark(folder, ['source', 'add', 'register', '--kind', 'register', '--agency', 'Police of XA'])
  assert.equal(added.code, 0, added.err)
  const path = await file('register.csv', ROWS)
  const preview = JSON.parse(
    (await proofmark(folder, ['import', path, '--source', 'register', '--dry-run', '--json'])).out,
  )
  assert.deepEqual([preview.rows, preview.accepted, preview.rejected], [2, 1, 1])
  const imported = JSON.parse((await proofmark(folder, ['import', path, '--source', 'register', '--json'])).out)
  assert.deepEqual(Object.keys(imported).sort(), ['accepted', 'changed', 'rejected', 'rejects', 'rows', 'unchanged'])
  assert.match(await readFile(imported.rejects, 'utf8'), /^row,field,value,reason,accepted\r\n3,date,soon,/)
  const again = JSON.parse((await proofmark(folder, ['import', path, '--source', 'register', '--json'])).out)
  assert.deepEqual([again.accepted, again.unchanged, again.rejected], [0, 1, 1])
  const found = JSON.parse((await proofmark(folder, ['find', 'TKR1O4[8B]', '--make', 'taurus', '--json'])).out)
  assert.deepEqual(
    found.map((each: { source: string; key: string }) => [each.source, each.key]),
    [['register', 'L1']],
  )
  assert.deepEqual(Object.keys(found[0]).sort(), ['agency', 'evidence', 'item', 'key', 'probability', 'source'])
  assert.deepEqual(Object.keys(found[0].evidence[0]).sort(), ['bits', 'field', 'text'])
  const searched = JSON.parse((await proofmark(folder, ['search', 'l-1', '--json'])).out)
  assert.deepEqual(searched.totals, { record: 1, question: 0 })
  assert.deepEqual(searched.results[0].matched, [
    { field: 'key', parts: [{ text: 'L1', matched: true }], cut: { before: false, behind: false } },
  ])
  const stands = JSON.parse((await proofmark(folder, ['records', 'register', '--json'])).out)
  assert.deepEqual([stands.records.map(({ key }: { key: string }) => key), stands.next], [['L1'], null])
  const verified = await proofmark(folder, ['verify', '--json'])
  assert.equal(verified.code, 0)
  assert.equal(JSON.parse(verified.out).ok, true)
  const doctor = await proofmark(folder, ['doctor', '--json'])
  assert.equal(doctor.code, 0, doctor.out)
})

test('a file is read without any database, one line a row', async () => {
  const path = await file(
    'read.csv',
    'id,serial,make,calibre,type\n1,suprimido,tauruspt,0.4,pistola\n2,TK?1O4[8B],glockg22,32,revolver\n',
  )
  const { out, code } = await proofmark('/nonexistent/folder', ['read', path, '--json'])
  assert.equal(code, 0)
  const [first, second] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  assert.equal(first.serial.state, 'obliterated')
  assert.equal(first.serial.norm, null)
  assert.equal(first.make.name, 'Taurus')
  assert.deepEqual(
    Object.keys(first).filter((key) => ['row', 'serial', 'make', 'calibre', 'type', 'model'].includes(key)).length,
    6,
  )
  assert.deepEqual(Object.keys(first.serial).sort(), ['marks', 'norm', 'skeleton', 'state', 'stated'])
  assert.equal(second.serial.norm, 'TK?1O4[8B]')
  assert.equal(second.make.name, 'Glock')
})

test('nonsense gets one clear sentence and exit code 1', async () => {
  const env = { DATABASE_URL: await hostedDatabase() }
  const folder = await installed(env)
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [['nonsense'], /no command nonsense/],
    [['search', 'L1', '--limit', '900'], /limit cannot be 900/],
    [['find', 'AB(1'], /cannot be read: \( stands at place 3/],
    [['import', join(scratch, 'none.csv'), '--source', 'register'], /none\.csv cannot be opened/],
    [['import', await file('x.csv', 'id,serial\n'), '--source', 'nowhere'], /no source nowhere/],
    [['source', 'add', 'x', '--kind', 'rumour', '--agency', 'a'], /kind cannot be rumour. Accepted: register/],
    [['serve', '--port', 'ninety'], /port cannot be ninety/],
  ]
  for (const [args, sentence] of cases) {
    const { code, err } = await proofmark(folder, args, env)
    assert.equal(code, 1, args.join(' '))
    assert.match(err, sentence)
    assert.equal(err.trim().split('\n').length, 1, err)
  }
})

test('docs/settings.md lists every setting with its default', async () => {
  const text = await readFile(join(ROOT, 'docs/settings.md'), 'utf8')
  for (const [name, { default: value, purpose }] of Object.entries(SETTINGS)) {
    assert.ok(text.includes(`| \`${name}\` | ${value} | ${purpose} |`), name)
  }
  assert.equal([...text.matchAll(/^\| `/gm)].length, Object.keys(SETTINGS).length)
})
