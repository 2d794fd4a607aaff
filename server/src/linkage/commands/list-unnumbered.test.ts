import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { ProofmarkError } from '@proofmark/contract/errors'
import { matchAll, recordOf } from '../../testing/matching.ts'
import { sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { judge } from './judge.ts'
import { listUnnumbered } from './list-unnumbered.ts'
import { recordMatches } from './record-matches.ts'

const database = await testDatabase()
const people = await twoAgencies(database)
const HEAD = 'id,serial,make,model,calibre,type,date,place\n'
const agency = 'Police of XA'
await sourceWith(
  database,
  { name: 'seizures', kind: 'seizure', agency },
  `${HEAD}S1,SUPRIMIDO,Taurus,PT 92,9x19mm,pistol,2023-04-02,Port Ostry
S2,SUPRIMIDO,Taurus,PT 92,9mm,pistol,2021-04-02,Port Ostry
S3,TKR10483,Taurus,PT 92,9mm,pistol,2023-04-02,Port Ostry
S4,RASPADO,,,,pistol,2023-04-02,Port Ostry
S5,RASPADO,Taurus,,9mm,pistol,2023-04-02,
`,
)
await sourceWith(
  database,
  { name: 'laboratory', kind: 'examination', agency },
  `${HEAD}E1,obliterated,Taurus,,9x19mm,pistol,2023-05-11,Ostry\nE2,obliterated,Rossi,,9x19mm,pistol,2023-04-20,Port Ostry\n`,
)
await sourceWith(
  database,
  { name: 'covert', kind: 'seizure', agency: 'Customs of XA', visibility: 'silent' },
  `${HEAD}X1,SUPRIMIDO,Taurus,PT 92,9mm,pistol,2023-04-02,Port Ostry\n`,
)
await matchAll(database)

const list = async (key: string) => {
  const record = await recordOf(database, key)
  return database.as(await database.reader(people.police), (context) => listUnnumbered(context, record))
}
const keys = ({ candidates }: Awaited<ReturnType<typeof list>>) => candidates.map(({ details }) => details.key)

test('a record without a number meets those of its episode, best first, and nothing hidden', async () => {
  const found = await list('S1')
  assert.deepEqual(keys(found), ['E1', 'E2'])
  assert.deepEqual([found.reason, found.held], [null, 2])
  assert.deepEqual(keys(await list('E1')), ['S1', 'E2'], 'who meets is met, and another make by calibre alone')
})

test('where there is nothing to be found by, the answer says why', async () => {
  const reasons = await Promise.all(['S3', 'S4', 'S5'].map(async (key) => (await list(key)).reason))
  assert.deepEqual(reasons, ['numbered', 'no_words', 'no_place'])
  const hidden = await recordOf(database, 'X1')
  await assert.rejects(
    database.as(await database.reader(people.police), (context) => listUnnumbered(context, hidden)),
    (failure) => failure instanceof ProofmarkError && failure.code === 'not_found',
  )
})

test('they are offered and never followed, until a person judges', async () => {
  const police = await database.reader(people.police)
  const ends = { record: await recordOf(database, 'S1'), other: await recordOf(database, 'E1') }
  const matches = () => database.as(police, (context) => recordMatches(context, ends.record))
  assert.deepEqual((await matches()).matches, [])
  const verdict = { id: randomUUID(), about: 'firearm' as const, verdict: 'same' as const, ...ends }
  await database.as(police, (context) => judge(context, verdict))
  assert.deepEqual(
    (await matches()).matches.map(({ together, pair }) => [together, pair.by]),
    [[true, 'person']],
  )
  assert.equal((await list('S1')).candidates[0]?.judged, 'same')
})
