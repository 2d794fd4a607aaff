import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Role } from '@proofmark/contract/roles'
import { caseShown } from '@proofmark/contract/schemas/case'
import { issueAccessToken } from '../access/commands/issue-token.ts'
import { PROCESS_ROLES } from '../store/logins.ts'
import { personOf } from '../testing/desks.ts'
import { sourceWith } from '../testing/nation.ts'
import { proofmark } from '../testing/run-shell.ts'
import { testDatabase } from '../testing/test-database.ts'

const secret = Buffer.alloc(32, 'cases')
const database = await testDatabase({ recordSecret: secret })
const folder = await mkdtemp(join(tmpdir(), 'proofmark-case-'))
after(() => rm(folder, { recursive: true, force: true }))
const passwords = PROCESS_ROLES.map((role) => [role, decodeURIComponent(new URL(database.url(role)).password)])
await mkdir(join(folder, 'keys'), { mode: 0o700 })
await writeFile(join(folder, 'keys', 'record-ids'), secret.toString('hex'), { mode: 0o600 })
await writeFile(join(folder, 'keys', 'logins.json'), JSON.stringify(Object.fromEntries(passwords)), { mode: 0o600 })
const tokenOf = async (agency: string, name: string, role: Role = 'investigator') => {
  const account = await personOf(database, agency, name, [role])
  return database.as(await database.installer(), (context) => issueAccessToken(context, account, 'test'))
}
const [ida, cato] = [await tokenOf('Police', 'Ida'), await tokenOf('Customs', 'Cato')]
const [dora, adam] = [
  await tokenOf('Police', 'Dora', 'data_protection_officer'),
  await tokenOf('Police', 'Adam', 'administrator'),
]
await sourceWith(
  database,
  { name: 'register', kind: 'register', agency: 'Police' },
  'id,serial,make\nL1,TKR10007,Taurus\n',
)
const shell =
  (token: string, command = 'case', purpose = 'criminal_investigation') =>
  (...args: string[]) =>
    proofmark(folder, [command, ...args, '--purpose', purpose], {
      DATABASE_URL: database.ownerUrl,
      PROOFMARK_TOKEN: token,
    })
const [police, customs] = [shell(ida), shell(cato)]
const json = async (told: Promise<{ code: number; out: string; err: string }>) => {
  const { code, out, err } = await told
  assert.equal(code, 0, err)
  return caseShown.parse(JSON.parse(out))
}

test('a case goes its way by the shell, and each answer in JSON is the one that the route gives', async () => {
  const opened = await json(
    police('new', 'PN 4/2026', '--title', 'Northern road', '--kind', 'theft', '--nexus', 'drugs', '--json'),
  )
  assert.deepEqual(
    [opened.reference, opened.kinds, opened.nexus, opened.part],
    ['PN 4/2026', ['theft'], ['drugs'], 'lead'],
  )
  assert.equal((await customs('show', 'PN 4/2026')).code, 1)
  const given = await json(police('add', 'PN 4/2026', 'register', 'L1', '--why', 'seen', '--json'))
  assert.equal(given.items[0]?.label, 'Taurus TKR10007 · register L1')
  await json(police('let-in', 'PN 4/2026', 'Cato', '--why', 'theirs', '--json'))
  const noted = await json(
    customs('note', opened.case, 'Heard.', '--assessment', '--scheme', 'admiralty', '--source', 'C', '--json'),
  )
  const note = noted.entries.find(({ kind }) => kind === 'note')!
  assert.ok(note.said?.kind === 'note' && note.said.evaluation?.source === 'C')
  await json(customs('withdraw', opened.case, note.entry, '--json'))
  assert.match((await police('show', opened.case)).out, /^Withdrawn\t\d{4}-\d\d-\d\d\tCustoms withdrew .*\(Note\)/m)
  const twice = ['new', 'PN 4/2026', '--title', 'Northern road', '--kind', 'theft'] as const
  const borne = await police(...twice)
  assert.equal(borne.code, 1)
  assert.match(borne.err, new RegExp(`${opened.case}.*--again`))
  const file = join(folder, 'statement.txt')
  await writeFile(file, 'I saw the van.')
  assert.equal((await police('document', opened.case, file)).code, 0)
  const [document] = (await json(police('show', opened.case, '--json'))).documents
  const out = join(folder, 'taken.txt')
  assert.equal((await police('take', opened.case, document!.document, '--out', out)).code, 0)
  assert.equal(await readFile(out, 'utf8'), 'I saw the van.')
  const untraced = await police('close', 'PN 4/2026', '--outcome', 'Charged.', '--supply-chain', 'tried')
  assert.equal(untraced.code, 1)
  assert.match(untraced.err, /line of supply/)
  const closed = await json(
    police('close', 'PN 4/2026', '--outcome', 'Charged.', '--supply-chain', 'tried', '--why', 'no records', '--json'),
  )
  assert.equal(closed.state, 'closed')
  const over = await police('close', 'PN 4/2026', '--outcome', 'Charged.', '--supply-chain', 'traced')
  assert.equal(over.code, 1)
  assert.match(over.err, /closed already/)
  const list = await customs('list', '--state', 'closed', '--json')
  assert.equal(JSON.parse(list.out).case, opened.case)
})

test('what an inquiry knows of a person is said, tied, judged, withdrawn and erased by the shell', async () => {
  const told = async (answer: Promise<{ code: number; out: string; err: string }>) => {
    const { code, out, err } = await answer
    assert.equal(code, 0, err)
    return out
  }
  const investigator = shell(ida, 'thing')
  const keeper = shell(dora, 'thing', 'oversight')
  await told(police('new', 'PN 5/2026', '--title', 'Ferry', '--kind', 'diversion', '--json'))
  const { case: id } = JSON.parse(await told(police('show', 'PN 5/2026', '--json'))) as { case: string }
  const added = async (...args: string[]) =>
    (JSON.parse(await told(investigator('add', ...args, '--case', id, '--json'))) as { thing: string }).thing
  const person = await added('person', 'name=Odran Velk', 'born=1980-04-02', '--category', 'suspect')
  const double = await added('person', 'name=Odran Velk', 'born=1980', '--category', 'contact')
  assert.match(await told(investigator('say', double, 'born=1981-02-30')), /Born is no day.*1981-02-28/)
  const telephone = await added('telephone', 'number=+999 55 0142')
  const { tie } = JSON.parse(
    await told(investigator('tie', `person:${person}`, `telephone:${telephone}`, 'uses', '--case', id, '--json')),
  ) as { tie: string }
  const again = await told(
    investigator('tie', `person:${person}`, `telephone:${telephone}`, 'uses', '--case', id, '--json'),
  )
  assert.equal(JSON.parse(again).tie, tie)
  const seen = await added('person', 'name=Iva Lorn', '--category', 'witness')
  assert.match(await told(investigator('list', '--case', id)), /One person is protected.*--protected shows/)
  assert.match(await told(investigator('list', '--case', id, '--protected')), new RegExp(seen))
  assert.match(await told(investigator('show', person)), /Odran Velk[\s\S]*\+999 55 0142/)
  assert.match(await told(investigator('list', '--find', 'number=+99955-0142')), new RegExp(telephone))
  assert.match(await told(investigator('duplicates', person)), new RegExp(double))
  await told(investigator('judge', person, double, 'same', '--why', 'one name, one boat'))
  await told(investigator('withdraw', `person:${person}`, '--tie', tie))
  assert.match(await told(investigator('show', telephone)), /Withdrawn/)
  await told(investigator('withdraw', `person:${person}`, '--tie', tie, '--restore'))
  const stranger = await shell(cato, 'thing')('show', person)
  assert.equal(stranger.code, 1)
  await told(police('note', id, 'Odran Velk waits at the northern gate.'))
  assert.match(await told(keeper('erase', person, '--reason', 'data_subject')), new RegExp(`One entry .*\\s+${double}`))
  const gone = await told(investigator('show', person))
  assert.doesNotMatch(gone, /Odran/)
  const places = (await told(keeper('words', person, '--word', 'Odran Velk'))).trim().split('\n')
  const note = places.map((line) => line.split('\t').at(-1)!).find((place) => place.startsWith('entry:'))
  assert.ok(note, places.join('\n'))
  await told(keeper('strike', person, note, '--word', 'Odran Velk'))
  assert.doesNotMatch(await told(police('show', id, '--json')), /northern gate/)
  const tombstones = (await told(shell(adam, 'thing', 'system_administration')('erasures'))).trim().split('\n')
  assert.deepEqual(
    tombstones.map((line) => [JSON.parse(line).thing, 'struck' in JSON.parse(line)]),
    [
      [person, false],
      [person, true],
    ],
  )
})

test('the shell connects two firearms over those whom their records name, on the ground of a case alone', async () => {
  await sourceWith(
    database,
    { name: 'ledger', kind: 'delivery', agency: 'Police' },
    'id,serial,make,holder\nD1,TSTN4101,Rossi,Anouk Lindqvar\nD2,KXVN9907,Taurus,"LINDQVAR, Anouk"\n',
  )
  await json(police('new', 'PN 50/2026', '--title', 'Two buyers', '--kind', 'diversion', '--json'))
  for (const key of ['D1', 'D2']) await json(police('add', 'PN 50/2026', 'ledger', key, '--why', 'sold', '--json'))
  const connect = async (...more: string[]) => {
    const { code, out, err } = await shell(ida, 'connect')('ledger/D1', 'ledger/D2', ...more)
    assert.equal(code, 0, err)
    return out
  }
  assert.ok(!(await connect()).includes('Lindqvar'))
  const named = await connect('--named', 'PN 50/2026')
  assert.match(named, /Anouk Lindqvar/)
  assert.match(named, /LINDQVAR, Anouk/)
  const refused = await shell(cato, 'connect')('ledger/D1', 'ledger/D2', '--named', 'PN 50/2026')
  assert.equal(refused.code, 1)
})
