import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sayIn } from '@proofmark/contract/catalogues'
import { ProofmarkError } from '@proofmark/contract/errors'
import { whyNotAnswer } from '@proofmark/contract/schemas/why-not'
import { matchAll, recordOf } from '../../testing/matching.ts'
import { sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { presentWhyNot } from '../present/why-not.ts'
import { judge } from './judge.ts'
import { whyNot } from './why-not.ts'

const database = await testDatabase()
const people = await twoAgencies(database)
const HEAD = 'id,serial,make,model,calibre,type,date\n'
const agency = 'Police of XA'
await sourceWith(
  database,
  { name: 'register', kind: 'register', agency, visibility: 'open' },
  `${HEAD}L1,TKR10483,Taurus,PT 92,9x19mm,pistol,2011\nL2,TKR10484,Taurus,PT 92,9x19mm,pistol,2011\nL3,PZB55127,Glock,17,9x19mm,pistol,2012\n`,
)
await sourceWith(
  database,
  { name: 'seizures', kind: 'seizure', agency },
  `${HEAD}S1,TKR1O483,Taurus,,9mm,pistol,2023-04-02\nS2,SUPRIMIDO,Glock,17,9mm,pistol,2023-04-03\nS3,55?27,Rossi,,38,revolver,2023-04-04\n`,
)
await sourceWith(
  database,
  { name: 'secret', kind: 'seizure', agency: 'Customs of XA', visibility: 'silent' },
  `${HEAD}X1,TKR10484,Taurus,PT 92,9x19mm,pistol,2022\n`,
)
// A consignment whose numbers follow each other, half of it registered, and what befell one of its pistols.
const BATCH = Array.from({ length: 60 }, (_, place) => 62210 + place)
const pistol = (serial: string, date: string) => `${serial},Beretta,92 FS,9x19mm,pistol,${date}\n`
const linesOf = (prefix: string, numbers: readonly number[], date: string) =>
  numbers.map((number) => `${prefix}${number},${pistol(`${number}X`, date)}`).join('')
await sourceWith(
  database,
  { name: 'owners', kind: 'register', agency, visibility: 'open' },
  HEAD +
    linesOf(
      'O',
      BATCH.filter((number) => number % 2 === 1),
      '2011-05-06',
    ),
)
await sourceWith(
  database,
  { name: 'packing lists', kind: 'delivery', agency, visibility: 'open' },
  HEAD + linesOf('P', BATCH, '2010-07-15'),
)
await sourceWith(database, { name: 'losses', kind: 'loss-theft', agency }, HEAD + linesOf('T', [62239], '2020-02-03'))
await sourceWith(database, { name: 'finds', kind: 'find', agency }, HEAD + linesOf('F', [62239], '2021-06-26'))
await matchAll(database)

const look = async (one: string, other: string, account = people.police) => {
  const ends = { record: await recordOf(database, one), other: await recordOf(database, other) }
  const found = await database.as(await database.reader(account), (context) => whyNot(context, ends))
  return whyNotAnswer.parse(presentWhyNot(found, { say: sayIn('en'), locale: 'en' }))
}

test('two records that are one firearm say by which path and with what evidence', async () => {
  const answer = await look('S1', 'L1')
  assert.deepEqual([answer.outcome, answer.together], ['together', true])
  const [from] = answer.ways
  assert.equal(from?.found, true)
  assert.match(from!.lines[0]!, /one key finds it/)
  assert.ok(answer.evidence.some(({ field, bits }) => field === 'prior' && bits < 0))
  assert.ok(answer.marks?.alignment)
  assert.ok(answer.thresholds.every(({ reached }) => reached))
})

test('a neighbour in sequence is told to have lost to the one that took its place, and sums to its probability', async () => {
  const answer = await look('S1', 'L2')
  assert.equal(answer.together, false)
  assert.deepEqual(
    answer.rivals.filter(({ beside }) => beside === 'record').map(({ key }) => key),
    ['L1'],
  )
  assert.ok(answer.ways[0]!.lines.some((line) => line.includes('near path')))
  const sum = answer.evidence.reduce((bits, line) => bits + line.bits, 0)
  assert.ok(Math.abs(answer.probability! - 1 / (1 + 2 ** -sum)) < 1e-6)
  assert.equal(answer.thresholds.find(({ name }) => name === 'followed')?.reached, false)
})

test('a record without a usable number says so, and one that no path reaches too', async () => {
  const none = await look('S2', 'L3')
  assert.deepEqual([none.outcome, none.probability], ['no_number', null])
  assert.match(none.ways[0]!.lines.join(), /bears no usable number/)
  assert.match(none.ways[1]!.lines.join(), /The other bears no usable number/)
  assert.ok(
    none.evidence.some(({ field }) => field === 'make'),
    'what the words say is shown all the same',
  )
  const far = await look('S1', 'L3')
  assert.ok(['no_path', 'too_little'].includes(far.outcome))
  assert.match(far.ways[0]!.lines.join(), /no key of any path/)
})

test('a judgement between them is said first', async () => {
  const ends = { record: await recordOf(database, 'S3'), other: await recordOf(database, 'L3') }
  const input = { id: randomUUID(), about: 'firearm' as const, verdict: 'different' as const, reason: 'seen', ...ends }
  await database.as(await database.reader(people.police), (context) => judge(context, input))
  const answer = await look('S3', 'L3')
  assert.equal(answer.outcome, 'judged')
  assert.deepEqual(
    answer.judgements.map(({ verdict, state, reason }) => [verdict, state, reason]),
    [['different', 'standing', 'seen']],
  )
})

test('hidden records are neither shown nor rivals, and are not told from what does not exist', async () => {
  const seen = await look('S1', 'L2')
  assert.ok(!seen.rivals.some(({ key }) => key === 'X1'))
  const record = await recordOf(database, 'S1')
  for (const other of [await recordOf(database, 'X1'), randomUUID()])
    await assert.rejects(
      database.as(await database.reader(people.police), (context) => whyNot(context, { record, other })),
      (failure) => failure instanceof ProofmarkError && failure.code === 'not_found',
    )
})

test("a firearm's own loss and find are no rivals of its entry, and neighbours that its list names take nothing", async () => {
  const own = new Set(['O62239', 'P62239', 'T62239', 'F62239'])
  const listed = await look('P62239', 'O62239')
  assert.ok(!listed.evidence.some(({ field }) => field === 'rivals'))
  for (const [one, other] of [
    ['P62239', 'O62239'],
    ['F62239', 'O62239'],
    ['T62239', 'F62239'],
  ] as const) {
    const answer = await look(one, other)
    assert.equal(answer.together, true)
    assert.deepEqual(
      answer.rivals.filter(({ key }) => own.has(key)),
      [],
    )
    const line = answer.evidence.find(({ field }) => field === 'rivals')
    if (line) assert.match(line.text, /each less well/)
  }
})

test('beside a neighbour the rivals are records of the firearm that took its place', async () => {
  const answer = await look('F62239', 'O62237')
  const beside = answer.rivals.filter((rival) => rival.beside === 'record').map(({ key }) => key)
  for (const key of ['O62239', 'P62239', 'T62239']) assert.ok(beside.includes(key), key)
  assert.ok(!beside.includes('P62237'), 'what is of the neighbour itself is none')
})
