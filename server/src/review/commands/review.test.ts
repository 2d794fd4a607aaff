import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sayIn } from '@proofmark/contract/catalogues'
import { courtText as courtTextSchema } from '@proofmark/contract/schemas/court-text'
import { reviewShow } from '@proofmark/contract/schemas/review'
import { addAccount } from '../../access/commands/add-account.ts'
import { judge, judgedBefore } from '../../linkage/commands/judge.ts'
import { withdrawJudgement } from '../../linkage/commands/withdraw-judgement.ts'
import { itemOf } from '../../linkage/queries/item-of.ts'
import { matchAll, recordOf } from '../../testing/matching.ts'
import { sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { presentCourtText } from '../present/court-text.ts'
import { presentReview } from '../present/review.ts'
import { decideMany, findMany, withdrawMany } from '../runs/decide-many.ts'
import { reviewQueue } from '../runs/review-queue.ts'
import { askOpinion, assign } from './assign.ts'
import { courtText } from './court-text.ts'
import type { ListedPair } from './list-review.ts'
import { showReview } from './show-review.ts'
import { agreement, showWork } from './show-work.ts'

const database = await testDatabase()
const people = await twoAgencies(database)
const HEAD = 'id,serial,make,model,calibre,type,date\n'
await sourceWith(
  database,
  { name: 'register', kind: 'register', agency: 'Police of XA', visibility: 'open' },
  `${HEAD}L1,TKR10483,Taurus,PT 92,9x19mm,pistol,2011-05-01
L2,TKR10488,Taurus,PT 92,9x19mm,pistol,2011-05-01
L3,PZB55127,Glock,17,9x19mm,pistol,2012-01-01\n`,
)
await sourceWith(
  database,
  { name: 'seizures', kind: 'seizure', agency: 'Police of XA' },
  `${HEAD}S1,TKR1048?,Taurus,PT 92,9mm,pistol,2023-04-02\nS3,PZB55127,Glock,17,9mm,pistol,2023-04-03\n`,
)
await sourceWith(
  database,
  { name: 'covert', kind: 'seizure', agency: 'Customs of XA', visibility: 'silent' },
  `${HEAD}C1,TKR10483,Taurus,PT 92,9mm,pistol,2022-04-02\n`,
)
await matchAll(database)

const installer = await database.installer()
const colleague = await database.as(installer, (context) =>
  addAccount(context, { name: 'colleague', agency: 'Police of XA', roles: ['analyst'] }),
)
const reviewer = await database.as(installer, (context) =>
  addAccount(context, { name: 'reviewer', agency: 'Police of XA', roles: ['analyst'] }),
)

const as =
  (account: string) =>
  async <Result>(work: Parameters<typeof database.as<Result>>[1]) =>
    database.as(await database.reader(account), work, { purpose: 'trace' })
const police = as(people.police)
const keys = ({ one, other }: ListedPair) => [one.details.key, other.details.key].sort().join(' ')
const queue = async (input: Parameters<typeof reviewQueue>[1] = {}) => reviewQueue(police, input)

test('what lies between the thresholds waits, what is settled does not, and each says why it is first', async () => {
  const { pairs, count, whole, next } = await queue()
  assert.deepEqual(pairs.map(keys).sort(), ['L1 S1', 'L2 S1'])
  assert.deepEqual([count, whole, next], [2, true, null])
  for (const { waiting } of pairs) {
    assert.equal(waiting.kind, 'undecided')
    assert.ok(waiting.reasons.some(({ id }) => id === 'review.why.opens_life'))
  }
})

const idOf = (key: string) => recordOf(database, key)
async function judgeAs(account: string, one: string, other: string, verdict: 'same' | 'different' | 'undecided') {
  const ends = { record: await idOf(one), other: await idOf(other) }
  return as(account)((context) => judge(context, { id: randomUUID(), ...ends, about: 'firearm', verdict }))
}
const shown = async (one: string, other: string, account = people.police) => {
  const ends = { record: await idOf(one), other: await idOf(other) }
  const review = await as(account)((context) => showReview(context, ends))
  return presentReview(review, { say: sayIn('en'), locale: 'en' })
}
/** Takes back whatever stands, in the names of those who judged it. */
async function withdrawEverything(): Promise<void> {
  const { rows } = await database.pool('backup').query<{ record: string; other: string; number: string; by: string }>(
    `SELECT record_id AS record, other_id AS other, number, judged_by AS by FROM judgement
       WHERE kind = 'verdict' AND record_id < other_id`,
  )
  for (const { by, ...about } of rows)
    await as(by)((context) => withdrawJudgement(context, { id: randomUUID(), ...about }))
}
const named = (references: readonly { key: string }[]) => references.map(({ key }) => key)

test('the desk shows the rivals, and what either verdict would change', async () => {
  const { own, match, rivals, effects, kind, chain } = reviewShow.parse(await shown('L1', 'S1'))
  assert.deepEqual([own.key, match.key, named(rivals), kind, chain], ['S1', 'L1', ['L2'], 'undecided', null])
  assert.deepEqual([effects.same.records, named(effects.same.joined)], [2, ['L1']])
  assert.ok(effects.same.come.some((text) => /lawful/.test(text)))
  assert.deepEqual(named(effects.different.joined), ['L2'], 'with the one ruled out the other is the likely one')
})

test('what would change is what changes', async () => {
  const { effects } = await shown('S1', 'L1')
  const made = await judgeAs(people.police, 'S1', 'L1', 'same')
  const item = await police(async (context) => itemOf(context, await idOf('S1')))
  assert.equal(item.members.length, effects.same.records)
  assert.deepEqual((await queue()).pairs, [], 'and what it decided of others is decided')
  await police(async (context) =>
    withdrawJudgement(context, {
      id: randomUUID(),
      record: await idOf('S1'),
      other: await idOf('L1'),
      number: made.number,
    }),
  )
  assert.deepEqual((await queue()).pairs.map(keys).sort(), ['L1 S1', 'L2 S1'], 'taken back it waits again')
})

test('judgements that contradict each other are shown with the chain, and nobody’s is preferred', async () => {
  await judgeAs(people.police, 'S1', 'L1', 'same')
  await judgeAs(people.police, 'S3', 'S1', 'same')
  await judgeAs(people.police, 'S3', 'L1', 'different')
  const { pairs } = await queue({ kind: 'contradiction' })
  assert.equal(pairs.length, 1)
  const [one, other] = [pairs[0]!.one.details.key, pairs[0]!.other.details.key]
  const { chain } = await shown(one, other)
  assert.deepEqual(chain?.map(({ link }) => link).filter((link) => link === 'different').length, 1)
  assert.deepEqual([chain?.at(0)?.key, chain?.at(-1)?.key].sort(), [one, other].sort())
})

test('a text for a court is refused, naming what is missing, until two named persons confirmed each link', async () => {
  const record = await idOf('S3')
  const text = (account = people.police) =>
    as(account)(async (context) => courtText(context, { record, other: await idOf('L3') }))
  await assert.rejects(text(), { code: 'court_unconfirmed', parameters: { missing: 'seizures S3 – register L3' } })
  await judgeAs(people.police, 'S3', 'L3', 'same')
  await assert.rejects(text(), { code: 'court_unconfirmed' }, 'one person is not two')
  await judgeAs(colleague, 'S3', 'L3', 'same')
  const written = courtTextSchema.parse(presentCourtText(await text(), { say: sayIn('en'), locale: 'en' }))
  assert.deepEqual(
    written.links.map(({ judgedBy }) => judgedBy.map(({ name }) => name).sort()),
    [['colleague', 'officer of the police']],
  )
  assert.ok(written.links[0]!.agree.some(({ field }) => field === 'Mark'))
  // That no event contradicts another is nothing that a record leaves out.
  const [{ silent }] = written.links as [(typeof written.links)[number]]
  assert.deepEqual([silent.includes('Importer'), silent.includes('Order of events')], [true, false])
  const words = JSON.stringify(written)
  assert.ok(!/probab|\bbits\b|likel(?!ihood)|odds/i.test(words), words)
})

test('a record that the reader may not see is no pair, and changes nothing that waits', async () => {
  await assert.rejects(shown('S1', 'C1'), { code: 'not_found' })
  const { count } = await reviewQueue(as(people.customs), {})
  assert.equal(count, 0, 'the customs see the register and their own record, which is settled')
})

test('many are decided at once with a reason, look at none of them singly, and are undone by one act', async () => {
  await withdrawEverything()
  const found = await findMany(police, {
    source: 'seizures',
    with: 'register',
    sameMark: true,
    sameMake: true,
    least: 0.9,
    most: 1,
    verdict: 'same',
  })
  assert.deepEqual(
    found.pairs.map(({ one, other }) => `${one.key} ${other.key}`),
    ['S3 L3'],
  )
  assert.deepEqual([found.firearms, found.heldBack, found.more], [{ now: 1, after: 1 }, 0, false])
  const id = randomUUID()
  const pairs = [...found.pairs.map(({ pair: { record, other } }) => ({ record, other }))]
  pairs.push({ record: await idOf('S1'), other: await idOf('L1') })
  const decision = { id, pairs, verdict: 'same' as const, reason: 'one consignment, read by one laboratory' }
  assert.deepEqual(await decideMany(police, decision), { id, made: 2, passedOver: 0 })
  assert.equal((await decideMany(police, decision)).made, 2, 'sent again it is the same decision')
  await judgeAs(colleague, 'S3', 'L3', 'same')
  await assert.rejects(
    as(people.police)(async (context) => courtText(context, { record: await idOf('S3'), other: await idOf('L3') })),
    { code: 'court_unconfirmed' },
    'of two verdicts one was given over many',
  )
  assert.deepEqual(await withdrawMany(police, { id }), { id, withdrawn: 1, gone: 1 })
  const { members } = await police(async (context) => itemOf(context, await idOf('S3')))
  assert.deepEqual(
    members.filter(({ link }) => link !== 'self').map(({ link, level }) => [link, level]),
    [['confirmed', 'named']],
    'what the colleague judged since stands',
  )
})

test('a second opinion is blind until it is given, and then both know both', async () => {
  await withdrawEverything()
  const ends = { record: await idOf('S1'), other: await idOf('L2') }
  const judgementsSeenBy = async (account: string) => (await shown('S1', 'L2', account)).match.judgements.length
  const before = await judgementsSeenBy(colleague)
  await judgeAs(people.police, 'S1', 'L2', 'same')
  const ask = () => police((context) => askOpinion(context, { id: randomUUID(), ...ends, of: reviewer }))
  const { id } = await ask()
  assert.equal((await ask()).id, id, 'asked again while it is waited for, it is asked once')
  const waiting = await as(reviewer)(showWork)
  assert.deepEqual(
    waiting.opinions.map(({ by }) => by),
    ['officer of the police'],
  )
  assert.equal(await judgementsSeenBy(reviewer), 0, 'not even what was taken back')
  assert.equal((await shown('S1', 'L2', reviewer)).match.by, 'model', 'and no figure tells it')
  assert.equal(await judgementsSeenBy(colleague), before + 1, 'others see it')
  await judgeAs(reviewer, 'S1', 'L2', 'same')
  assert.equal(await judgementsSeenBy(reviewer), before + 2)
  const { asked } = await police(showWork)
  assert.deepEqual(
    asked.map(({ of, agrees }) => [of, agrees]),
    [['reviewer', true]],
  )
  assert.deepEqual(await police(agreement).then(({ pairs, agreed }) => [pairs, agreed]), [1, 1])
  await assert.rejects(ask(), { code: 'opinion_not_independent' })
})

test('a pair is taken, given to a colleague, found under what is theirs, and theirs no more once it is judged', async () => {
  await withdrawEverything()
  const ends = { record: await idOf('L1'), other: await idOf('S1') }
  await police((context) => assign(context, { ...ends, to: people.police }))
  await police((context) => assign(context, { ...ends, to: colleague }))
  const mine = async (account: string) => (await reviewQueue(as(account), { mine: true })).pairs.map(keys)
  assert.deepEqual(await mine(people.police), [])
  assert.deepEqual(await mine(colleague), ['L1 S1'])
  await assert.rejects(
    police((context) => assign(context, { ...ends, to: people.customs })),
    { code: 'not_found' },
    'nobody of another agency',
  )
  await judgeAs(people.police, 'L1', 'S1', 'different')
  assert.deepEqual(await mine(colleague), [])
})

test('two people who judge one pair at once both have their say, and the later one learns what the first said', async () => {
  await withdrawEverything()
  const [one, two] = await Promise.all([
    judgeAs(people.police, 'S1', 'L1', 'same'),
    judgeAs(colleague, 'S1', 'L1', 'different'),
  ])
  const [first, later] = BigInt(one.number) < BigInt(two.number) ? [one, two] : [two, one]
  assert.equal((await police((context) => judgedBefore(context, later)))?.verdict, first.verdict)
  assert.equal(await police((context) => judgedBefore(context, first)), null)
})
