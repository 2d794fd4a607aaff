import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ProofmarkError } from '@proofmark/contract/errors'
import { sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { answerSavedItem } from '../pointers/answer.ts'
import { presentFound } from '../present/candidate.ts'
import { countNotices, listNotices } from '../queries/list-notices.ts'
import { find } from './find.ts'
import { saveItem } from './save-item.ts'

const database = await testDatabase()
const people = await twoAgencies(database)
const HEAD = 'id,serial,make,model,calibre,type,date\n'
await sourceWith(
  database,
  { name: 'register', kind: 'register', agency: 'Police of XA', visibility: 'open' },
  `${HEAD}L1,TKR1048,Taurus,PT 92,9x19mm,pistol,2011-05-01\nL2,TKR1049,Taurus,PT 92,9x19mm,pistol,2011-05-01\nL3,TKR1O48,Glock,17,9x19mm,pistol,2012\n`,
)
await sourceWith(
  database,
  { name: 'police seizures', kind: 'seizure', agency: 'Police of XA' },
  `${HEAD}S1,TKR1O48,taurus,,9mm,pistol,2023-04-02\n`,
)
await sourceWith(
  database,
  { name: 'border seizures', kind: 'seizure', agency: 'Customs of XA' },
  `${HEAD}B1,TKR-1048,Taurus,,,pistol,2024-02-11\nB2,TKR1048,Glock,,,pistol,2024-02-12\nB3,1234?7,Taurus,,,pistol,2024\n`,
)
await sourceWith(
  database,
  { name: 'covert finds', kind: 'find', agency: 'Customs of XA', visibility: 'silent' },
  `${HEAD}X1,TKR1048,Taurus,,,pistol,2024-03-01\n`,
)

const officer = async (agency: keyof typeof people) => database.reader(people[agency])
const seek = async (agency: keyof typeof people, serial: string, more: { make?: string } = {}) =>
  database.as(await officer(agency), (context) => find(context, { serial, ...more }, 200))
const recordOf = async (agency: keyof typeof people, key: string) => {
  const { candidates } = await seek(agency, 'TKR1048')
  return candidates.find((each) => each.key === key)!.record
}
const failureOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (failure: unknown) => (failure instanceof ProofmarkError ? failure.code : String(failure)),
  )

test('a mark with confusable characters finds its firearm among what its reader may see', async () => {
  const { candidates, entries } = await seek('police', 'tkr 1O48')
  assert.deepEqual(candidates.map(({ key }) => key).sort(), ['L1', 'L2', 'L3', 'S1'])
  assert.equal(candidates.at(-1)?.key, 'L2')
  assert.equal(entries, 4)
})

test('an open register is seen by all, what points is seen by its owner alone', async () => {
  assert.deepEqual((await seek('customs', 'TKR1048')).candidates.map(({ key }) => key).sort(), [
    'B1',
    'B2',
    'L1',
    'L2',
    'L3',
    'X1',
  ])
})

test('a candidate is shown with its mark laid over the one asked for, in bits that add up to its line', async () => {
  const found = await seek('police', 'TK?1O4[89]')
  const { query, candidates } = presentFound(found, { say: (id) => id, locale: 'en' })
  assert.ok(candidates.length > 2)
  for (const { alignment, matched, evidence } of candidates) {
    assert.ok(alignment)
    const sum = alignment.columns.reduce((total, { bits }) => total + bits, alignment.whole)
    assert.ok(Math.abs(sum - evidence.find(({ field }) => field === 'serial')!.bits) < 1e-9)
    assert.deepEqual(
      alignment.columns.map((column) => column.query),
      query.characters.map((_, place) => place),
    )
    assert.ok(alignment.columns.every(({ record }) => record !== null && matched.characters[record] !== undefined))
  }
})

test('the make is evidence and no filter: the agreeing record comes first, the other stays', async () => {
  const { candidates } = await seek('police', 'TKR1048', { make: 'TAURUS' })
  assert.equal(candidates[0]?.key, 'L1')
  const glock = candidates.find(({ key }) => key === 'L3')!
  const line = glock.lines.find(({ field }) => field === 'make')!
  assert.ok(line.bits < 0)
  assert.ok(glock.probability < candidates[0]!.probability)
})

test('alternatives in a mark find each of their readings', async () => {
  assert.ok((await seek('police', 'TKR104[89]')).candidates.some(({ key }) => key === 'L2'))
  assert.ok((await seek('police', 'TKR104[8B]')).candidates.some(({ key }) => key === 'L1'))
})

test('a pattern that cannot be read or would fit everything is refused by name', async () => {
  assert.equal(await failureOf(seek('police', 'TK(1')), 'pattern_unreadable')
  assert.equal(await failureOf(seek('police', 'T?')), 'pattern_too_open')
})

test('hidden records change nothing that a reader sees: not a result, not a total, not a probability', async () => {
  const before = await seek('police', 'TKR1048', { make: 'Taurus' })
  await sourceWith(
    database,
    { name: 'more covert finds', kind: 'find', agency: 'Customs of XA', visibility: 'silent' },
    `${HEAD}${Array.from({ length: 50 }, (_, n) => `Y${n},TKR1048,Taurus,,,pistol,2024`).join('\n')}\n`,
  )
  assert.deepEqual(await seek('police', 'TKR1048', { make: 'Taurus' }), before)
})

test('a pointer names agency, desk and handle; the owner learns who asked and not what; a silent source tells its owner alone', async () => {
  const police = await officer('police')
  const record = await recordOf('police', 'S1')
  const saved = await database.as(police, (context) =>
    saveItem(context, { record, reference: 'case 7', basis: 'criminal_procedure' }),
  )
  const lines = await answerSavedItem(database.pool('match'), saved, new Date())
  assert.equal(lines.length, 1)
  assert.deepEqual(Object.keys(lines[0]!).sort(), ['agency', 'contact', 'handle'])
  assert.equal(lines[0]?.agency, 'Customs of XA')
  const notices = await database.as(await officer('customs'), listNotices)
  assert.deepEqual(notices.map(({ kind, asker, reference }) => [kind, asker, reference]).sort(), [
    ['pointer_given', 'Police of XA', 'case 7'],
    ['silent_match', 'Police of XA', 'case 7'],
  ])
  assert.deepEqual(await database.as(police, listNotices), [])
  const count = async (after: Date | null) =>
    database.as(await officer('customs'), (context) => countNotices(context, after))
  assert.equal(await count(null), notices.length)
  assert.equal(await count(new Date(notices[0]!.at)), 0)
  assert.equal(await count(new Date(0)), notices.length)
})

test('a question needs a record of one’s own, a role, and a mark that identifies', async () => {
  const police = await officer('police')
  const customs = await officer('customs')
  const ask = (who: typeof police, record: string) =>
    failureOf(database.as(who, (context) => saveItem(context, { record, reference: 'r', basis: 'firearms_act' })))
  const open = await recordOf('customs', 'L1')
  assert.equal(await ask(customs, open), 'not_your_agency')
  const { rows } = await database.pool('backup').query<{ id: string }>(`SELECT id FROM record WHERE source_key = 'B3'`)
  assert.equal(await ask(customs, rows[0]!.id), 'mark_too_weak')
  const hidden = await recordOf('customs', 'B1')
  assert.equal(await ask(police, hidden), 'not_found')
  assert.equal(await ask({ ...police, roles: ['recorder'] }, await recordOf('police', 'S1')), 'role_needed')
})
