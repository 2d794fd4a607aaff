import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { textRow, workbook } from '../records/files/workbook.fixture.ts'
import { hostedDatabase } from '../testing/hosted-database.ts'
import { proofmark } from '../testing/run-shell.ts'

const scratch = await mkdtemp(join(tmpdir(), 'proofmark-imports-'))
after(() => rm(scratch, { recursive: true, force: true }))
const folder = join(scratch, 'data')
const env = { DATABASE_URL: await hostedDatabase() }
const file = async (name: string, content: string | Buffer): Promise<string> => {
  const path = join(scratch, name)
  await writeFile(path, content)
  return path
}
const attempt = (args: readonly string[]) => proofmark(folder, args, env)
const shell = async (...args: string[]): Promise<string> => {
  const { code, out, err } = await attempt(args)
  assert.equal(code, 0, err)
  return out
}
const json = async (...args: string[]) =>
  JSON.parse((await shell(...args, '--json')).trim().split('\n').at(0) ?? 'null')
const lines = async (...args: string[]) =>
  (await shell(...args, '--json'))
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

await shell('source', 'add', 'seizures', '--kind', 'seizure', '--agency', 'Police of XA')

const PROFILE = {
  profile: 1,
  file: { delimiter: ';' },
  dates: 'day_first',
  key: { join: ['BO', 'ITEM'], by: '/' },
  fields: {
    serial: 'N_SERIE',
    make: { column: 'MARCA', values: { forjas: 'Taurus' } },
    date: 'DATA',
    event: { constant: 'seizure' },
  },
}
const ROWS =
  'BO;ITEM;N_SERIE;MARCA;DATA\n7;1;TST0001;forjas;02/03/2022\n7;2;TST0002;glok;31/02/2022\n8;1;TST0003;zzunread;04/03/2022\n'

test('a file is imported by a profile, which stays with its source and can be taken away', async () => {
  const path = await file('rows.csv', ROWS)
  const profile = await file('profile.json', JSON.stringify(PROFILE))
  const first = await json('import', path, '--source', 'seizures', '--profile', profile)
  assert.deepEqual([first.rows, first.accepted, first.rejected], [3, 2, 1])
  assert.match(await readFile(first.rejects, 'utf8'), /\r\n3,DATA,31\/02\/2022,/)
  assert.equal(
    await readFile(`${path}.rejected-rows.csv`, 'utf8'),
    '\uFEFFBO;ITEM;N_SERIE;MARCA;DATA\r\n7;2;TST0002;glok;31/02/2022\r\n',
  )
  assert.deepEqual(JSON.parse(await shell('profile', 'seizures')), PROFILE)
  const mended = await file('mended.csv', ROWS.replace('31/02', '28/02'))
  const again = await json('import', mended, '--source', 'seizures')
  assert.deepEqual([again.accepted, again.unchanged], [1, 2])
  const [found] = await json('find', 'TST0001')
  assert.equal(found.key, '7/1')
})

test('rows that came back are mended and sent again by the profile of a file in a code page, with headings further down', async () => {
  await shell('source', 'add', 'east', '--kind', 'seizure', '--agency', 'Police of XA')
  const form = {
    profile: 1,
    file: { encoding: 'windows-1251', delimiter: ';', heading: 3 },
    dates: 'day_first',
    key: 'a',
    fields: { serial: 'М', date: 'a' },
  }
  const path = join(folder, 'east.csv')
  // Windows-1251: М is 0xCC.
  await writeFile(
    path,
    Buffer.concat([Buffer.from('title\r\n\r\na;'), Buffer.from([0xcc]), Buffer.from('\r\n31/02/2022;TST0009\r\n')]),
  )
  const first = await json(
    'import',
    path,
    '--source',
    'east',
    '--profile',
    await file('east.json', JSON.stringify(form)),
  )
  assert.deepEqual([first.accepted, first.rejected], [0, 1])
  const back = await readFile(`${path}.rejected-rows.csv`, 'utf8')
  const again = await json('import', await file('east-mended.csv', back.replace('31/02', '28/02')), '--source', 'east')
  assert.deepEqual([again.accepted, again.rejected], [1, 0])
})

test('a profile that cannot be used names the place in it, and what would be accepted', async () => {
  const wrong = { ...PROFILE, fields: { serial: { column: 'N_SERIE', split: { by: ' ', take: 0 } } } }
  const path = await file('wrong.json', JSON.stringify(wrong))
  const refused = await attempt(['import', await file('r.csv', ROWS), '--source', 'seizures', '--profile', path])
  assert.equal(refused.code, 1)
  assert.match(refused.err, /fields\.serial\.split\.take/)
})

test('a workbook is imported as it is', async () => {
  const sheet = [
    textRow(1, ['BO', 'ITEM', 'N_SERIE', 'MARCA', 'DATA']),
    textRow(2, ['9', '1', 'QXK7731', 'rossi', '2022']),
  ]
  const path = await file('rows.xlsx', workbook({ sheets: { Plan1: sheet.join('') } }))
  const { rows, accepted } = await json('import', path, '--source', 'seizures')
  assert.deepEqual([rows, accepted], [1, 1])
})

test('an import is listed, taken back whole and put back', async () => {
  const [last] = await lines('imports', 'list', '--source', 'seizures')
  assert.deepEqual([last.file, last.state, last.accepted], ['rows.xlsx', 'done', 1])
  const found = async () => (await json('find', 'QXK7731')).length
  assert.equal(await found(), 1)
  await shell('imports', 'take-back', last.import)
  assert.equal(await found(), 0)
  await shell('imports', 'put-back', last.import)
  assert.equal(await found(), 1)
  const twice = await attempt(['imports', 'put-back', last.import])
  assert.equal(twice.code, 1)
  assert.match(twice.err, /cannot do that now: it is done/)
})

test('a text that no table knows waits for a steward; decided on, the records are read again by it', async () => {
  const queue = await lines('vocabulary', '--agency', 'Police of XA', '--field', 'make')
  assert.deepEqual(
    queue.map(({ text, records }) => [text, records]),
    [['zzunread', 1]],
  )
  const wrong = await attempt([
    'vocabulary',
    'decide',
    'make',
    'zzunread',
    '--code',
    'nonsense',
    '--agency',
    'Police of XA',
  ])
  assert.equal(wrong.code, 1)
  assert.match(wrong.err, /nonsense/)
  const [taurus] = await json('find', 'TST0001')
  assert.ok(taurus)
  await shell('vocabulary', 'decide', 'make', 'zzunread', '--code', 'taurus', '--agency', 'Police of XA')
  const preview = await json('reread', '--agency', 'Police of XA', '--dry-run')
  assert.deepEqual([preview.changed, preview.changes[0].stated, preview.changes[0].to.code], [1, 'zzunread', 'taurus'])
  assert.equal((await lines('vocabulary', 'decided', '--agency', 'Police of XA')).length, 1)
  const done = await json('reread', '--agency', 'Police of XA')
  assert.deepEqual([done.state, done.changed], ['done', 1])
  assert.equal((await json('reread', '--agency', 'Police of XA', '--dry-run')).records, 0)
})

test('one record is entered from a file, and what is missing is named at once', async () => {
  const entry = {
    entry: crypto.randomUUID(),
    source: 'seizures',
    event: 'seizure',
    stated: {
      serial: 'TST7777',
      make: 'glock',
      calibre: '9mm',
      type: 'pistol',
      date: '2024-03-02',
      place: 'Vard',
      ref: '9/24',
    },
    notKnown: { model: 'not_examined' },
  }
  const lacking = await attempt(['enter', await file('entry.json', JSON.stringify(entry))])
  assert.equal(lacking.code, 1)
  assert.match(lacking.err, /reason/)
  const whole = { ...entry, notKnown: { ...entry.notKnown, reason: 'not_told' } }
  const path = await file('whole.json', JSON.stringify(whole))
  assert.equal((await json('enter', path)).change, 'entered')
  assert.equal((await json('enter', path)).change, 'unchanged')
  assert.ok('hints' in JSON.parse(await shell('enter', path, '--hints')))
})
