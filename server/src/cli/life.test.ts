import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { hostedDatabase } from '../testing/hosted-database.ts'
import { proofmark } from '../testing/run-shell.ts'

const scratch = await mkdtemp(join(tmpdir(), 'proofmark-life-'))
after(() => rm(scratch, { recursive: true, force: true }))
const folder = join(scratch, 'data')
const env = { DATABASE_URL: await hostedDatabase() }

async function shell(...args: string[]): Promise<string> {
  const { code, out, err } = await proofmark(folder, args, env)
  assert.equal(code, 0, err)
  return out
}

async function source(name: string, kind: string, rows: string): Promise<void> {
  const path = join(scratch, `${name}.csv`)
  await writeFile(path, `id,serial,make,model,calibre,type,country,year,date,until,holder,place\n${rows}`)
  await shell('source', 'add', name, '--kind', kind, '--agency', 'Police of XA')
  await shell('import', path, '--source', name)
}

const ITEM = 'TST1001,Glock,17,9mm,pistol,AT,2001'
await source('register', 'register', `L1,${ITEM},2004-01-01,2014-01-01,A. Quixote,Vard\n`)
await source('surrenders', 'surrender', `U1,${ITEM},2021-05,,,Nim\n`)

const keysOf = (value: object): string[] => Object.keys(value).sort()

test('the shell answers a life with the promised keys, and no others', async () => {
  const life = JSON.parse(await shell('life', 'surrenders', 'U1', '--json'))
  assert.deepEqual(keysOf(life), ['diversions', 'events', 'findings', 'item', 'status'])
  assert.match(life.item, /^[0-9a-f-]{36}$/)
  const surrender = { kind: 'surrender', from: '2021-05-01', to: '2021-05-31', source: 'surrenders', key: 'U1' }
  assert.ok(life.events.some((event: object) => JSON.stringify(event) === JSON.stringify(surrender)))
  assert.equal(life.status, 'undetermined')
  const [diversion] = life.diversions
  assert.deepEqual(keysOf(diversion), ['alternatives', 'confidence', 'from', 'kind', 'place', 'records', 'to'])
  assert.deepEqual([diversion.to, diversion.confidence], ['2021-05-31', 'possible'])
  assert.ok(diversion.records.some((record: object) => JSON.stringify(record) === '{"source":"surrenders","key":"U1"}'))
  assert.deepEqual(keysOf(diversion.alternatives[0]), ['kind', 'weight'])
  assert.deepEqual(keysOf(life.findings[0]), ['records', 'rule', 'text'])
  assert.ok(life.findings.some(({ rule }: { rule: string }) => rule === 'recovery_alone'))
})

test('a lawful life has no diversion, and is read by people too', async () => {
  const life = JSON.parse(await shell('life', 'register', 'L1', '--json'))
  const registration = life.events.find(({ kind }: { kind: string }) => kind === 'registration')
  assert.deepEqual(registration, {
    kind: 'registration',
    from: '2004-01-01',
    to: '2004-01-01',
    source: 'register',
    key: 'L1',
  })
  const out = await shell('life', 'surrenders', 'U1')
  assert.match(out, /Status: undetermined/)
  assert.match(out, /recovery_alone\tAll that is known is that it was recovered \(surrendered, 2021-05\)/)
  assert.doesNotMatch(out, /Quixote/)
})

test('a key that no record has is one clear sentence', async () => {
  for (const args of [
    ['life', 'register', 'L9'],
    ['life', 'nowhere', 'L1'],
    ['life', 'register'],
  ]) {
    const { code, err } = await proofmark(folder, args, env)
    assert.equal(code, 1)
    assert.match(err, /^[^\n]+\n$/)
  }
})
