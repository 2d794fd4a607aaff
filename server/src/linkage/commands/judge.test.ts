import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { ProofmarkError } from '@proofmark/contract/errors'
import { addAccount } from '../../access/commands/add-account.ts'
import { CHECKS } from '../../store/doctor.ts'
import { matchAll, recordOf } from '../../testing/matching.ts'
import { sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { itemOf } from '../queries/item-of.ts'
import { type Judge, judge } from './judge.ts'
import { recordMatches } from './record-matches.ts'
import { type AboutJudgement, secondJudgement, withdrawJudgement } from './withdraw-judgement.ts'

const database = await testDatabase()
const people = await twoAgencies(database)
const HEAD = 'id,serial,make,model,calibre,type,date\n'
await sourceWith(
  database,
  { name: 'register', kind: 'register', agency: 'Police of XA', visibility: 'open' },
  `${HEAD}L1,TKR10483,Taurus,PT 92,9x19mm,pistol,2011-05-01\nL2,PZB55127,Glock,17,9x19mm,pistol,2012\n`,
)
await sourceWith(
  database,
  { name: 'seizures', kind: 'seizure', agency: 'Police of XA' },
  `${HEAD}S1,TKR1O483,Taurus,,9mm,pistol,2023-04-02\nS2,PZB55127,Glock,17,9mm,pistol,2023-04-03\n`,
)
await sourceWith(
  database,
  { name: 'evidence room', kind: 'seizure', agency: 'Police of XA', fourEyes: true },
  `${HEAD}E1,TKR10483,Taurus,,9mm,pistol,2023-04-02\n`,
)
await sourceWith(
  database,
  { name: 'border', kind: 'seizure', agency: 'Customs of XA' },
  `${HEAD}B1,TKR10483,Taurus,,9mm,pistol,2024-02-11\n`,
)
await matchAll(database)
const installer = await database.installer()
const colleague = (name: string, role: 'analyst' | 'data_steward' | 'recorder', agency = 'Police of XA') =>
  database.as(installer, (context) => addAccount(context, { name, agency, roles: [role] }))
const second = await colleague('second analyst', 'analyst')
const steward = await colleague('steward', 'data_steward')
const recorder = await colleague('recorder', 'recorder')

const by = async <Result>(account: string, work: Parameters<typeof database.as<Result>>[1]) =>
  database.as(await database.reader(account), work)
async function judgement(one: string, other: string, rest: Partial<Judge> = {}): Promise<Judge> {
  const ends = { record: await recordOf(database, one), other: await recordOf(database, other) }
  return { id: randomUUID(), about: 'firearm', verdict: 'same', ...ends, ...rest }
}
const failureOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (failure: unknown) => (failure instanceof ProofmarkError ? failure.code : String(failure)),
  )
const about = ({ record, other }: Judge, number: string): AboutJudgement => ({
  id: randomUUID(),
  record,
  other,
  number,
})

test('a verdict stands under both its records, and sent again it is the same verdict', async () => {
  const input = await judgement('S1', 'L1', { reason: 'same proof mark' })
  const made = await by(people.police, (context) => judge(context, input))
  assert.equal(made.state, 'standing')
  const again = await by(people.police, (context) => judge(context, input))
  assert.equal(again.number, made.number)
  const { rows } = await database
    .pool('backup')
    .query('SELECT record_id, evidence FROM judgement WHERE id = $1', [input.id])
  assert.deepEqual(rows.map(({ record_id }) => record_id).sort(), [input.record, input.other].sort())
  const levels = rows[0].evidence as { field: string; level: string; bits: number }[]
  assert.ok(levels.some(({ field }) => field === 'serial'))
  assert.ok(!JSON.stringify(levels).includes('TKR'), 'levels and bits, never a value')
  assert.equal(
    await failureOf(by(people.police, (context) => judge(context, { ...input, verdict: 'different' }))),
    'judgement_id_used',
  )
})

test('the last verdict counts, an earlier one stays on record, and a withdrawal lets it count again', async () => {
  const first = await judgement('S2', 'L2')
  await by(people.police, (context) => judge(context, first))
  const other = { ...first, id: randomUUID(), verdict: 'different' as const }
  const later = await by(second, (context) => judge(context, other))
  const shown = async () => {
    const { matches } = await by(people.police, (context) => recordMatches(context, first.record))
    return matches.find(({ pair }) => pair.other === first.other)!
  }
  assert.equal((await shown()).pair.verdict, 'different')
  assert.deepEqual(
    (await shown()).judgements.map(({ verdict, state, by: judge }) => [verdict, state, judge]),
    [
      ['different', 'standing', 'second analyst'],
      ['same', 'superseded', 'officer of the police'],
    ],
  )
  assert.equal(
    await failureOf(by(people.customs, (c) => withdrawJudgement(c, about(first, later.number)))),
    'not_found',
  )
  await by(steward, (context) => withdrawJudgement(context, about(first, later.number)))
  assert.equal((await shown()).pair.verdict, 'same')
  const item = await by(people.police, (context) => itemOf(context, first.record))
  assert.ok(item.members.some(({ record, link }) => record === first.other && link === 'confirmed'))
})

test('a verdict is taken back by whoever made it or their steward, and by nobody else', async () => {
  const input = await judgement('S1', 'S2', { verdict: 'different' })
  const made = await by(people.police, (context) => judge(context, input))
  const withdraw = (account: string) => by(account, (context) => withdrawJudgement(context, about(input, made.number)))
  assert.equal(await failureOf(withdraw(second)), 'judgement_not_yours')
  assert.equal((await withdraw(people.police)).state, 'withdrawn')
  assert.equal((await withdraw(people.police)).state, 'withdrawn', 'once is enough')
})

test('where a source demands it a verdict waits for a second person, who is another', async () => {
  const input = await judgement('E1', 'L1')
  const made = await by(people.police, (context) => judge(context, input))
  assert.equal(made.state, 'waiting')
  const linked = async () => {
    const { members } = await by(people.police, (context) => itemOf(context, input.record))
    return members.find(({ record }) => record === input.other)?.link
  }
  assert.equal(await linked(), 'working')
  const confirm = (account: string) => by(account, (context) => secondJudgement(context, about(input, made.number)))
  assert.equal(await failureOf(confirm(people.police)), 'judgement_own')
  assert.equal((await confirm(second)).state, 'standing')
  assert.equal(await linked(), 'confirmed')
  assert.equal(await failureOf(confirm(steward)), 'judgement_not_waiting')
})

test('nobody judges a record that they may not see, or by a role that has no part in it', async () => {
  const hidden = await judgement('B1', 'L1')
  assert.equal(await failureOf(by(people.police, (context) => judge(context, hidden))), 'not_found')
  assert.equal((await by(people.customs, (context) => judge(context, hidden))).state, 'standing')
  const own = await judgement('S1', 'L1')
  assert.equal(await failureOf(by(recorder, (context) => judge(context, own))), 'role_needed')
  assert.equal(
    await failureOf(by(people.police, (c) => judge(c, { ...own, other: own.record }))),
    'judgement_of_itself',
  )
})

test('what another agency judges of its hidden record is not told to whoever may not see it', async () => {
  const { rows } = await by(people.police, async ({ client }) =>
    client.query('SELECT count(*) AS n FROM judgement WHERE agency_id <> $1', [
      // The police see every judgement on records that are open to them, and none beside.
      (await database.reader(people.police)).agency!.id,
    ]),
  )
  assert.equal(Number(rows[0].n), 0)
})

test('only of two recoveries is it judged whether they are one', async () => {
  const recoveries = await judgement('S1', 'E1', { about: 'recovery' })
  assert.equal((await by(people.police, (context) => judge(context, recoveries))).state, 'waiting')
  const none = await judgement('S1', 'L1', { about: 'recovery' })
  assert.equal(await failureOf(by(people.police, (context) => judge(context, none))), 'judgement_no_recovery')
})

test('two people who judge one pair at once leave two verdicts in an order, and a healthy database', async () => {
  const [one, other] = [await judgement('S2', 'L1'), await judgement('S2', 'L1', { verdict: 'different' })]
  const made = await Promise.all([
    by(people.police, (context) => judge(context, one)),
    by(second, (context) => judge(context, other)),
  ])
  const last = made.sort((a, b) => Number(a.number) - Number(b.number))[1]!
  const { matches } = await by(people.police, (context) => recordMatches(context, one.record))
  assert.equal(matches.find(({ pair }) => pair.other === one.other)!.pair.verdict, last.verdict)
  for (const { check, query } of CHECKS) {
    const { rows } = await database.pool('backup').query<{ wrong: string }>(query)
    assert.equal(Number(rows[0]?.wrong), 0, check)
  }
})
