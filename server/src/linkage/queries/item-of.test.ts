import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { ProofmarkError } from '@proofmark/contract/errors'
import { matchAll, recordOf } from '../../testing/matching.ts'
import { importText, sourceWith, twoAgencies } from '../../testing/nation.ts'
import { type TestDatabase, testDatabase } from '../../testing/test-database.ts'
import { judge } from '../commands/judge.ts'
import { withdrawJudgement } from '../commands/withdraw-judgement.ts'
import type { Verdict } from '../rules/standing-judgement.ts'
import { countMatches } from '../runs/count-matches.ts'
import { listMatches } from '../runs/list-matches.ts'
import { type Item, itemOf } from './item-of.ts'

const HEAD = 'id,serial,make,model,calibre,type\n'
const FIREARM = 'Taurus,PT 92,9x19mm,pistol'
const REGISTER = { name: 'register', kind: 'register', agency: 'Police of XA', visibility: 'open' } as const
const SEIZURES = { name: 'seizures', kind: 'seizure', agency: 'Police of XA' } as const
const BORDER = { name: 'border', kind: 'seizure', agency: 'Customs of XA' } as const

type People = Awaited<ReturnType<typeof twoAgencies>>

async function nation(hidden = true): Promise<{ database: TestDatabase; people: People }> {
  const database = await testDatabase()
  const people = await twoAgencies(database)
  await sourceWith(
    database,
    REGISTER,
    `${HEAD}L1,TKR10483,${FIREARM}\nL2,PZB55127,Glock,17,9x19mm,pistol\nL3,TKR10483,${FIREARM}\n`,
  )
  await sourceWith(database, SEIZURES, `${HEAD}S1,PZB55127,Glock,17,9mm,pistol\nS2,PZB5512?,Glock,,,pistol\n`)
  // Between the two readings of one number stands what the customs alone know of it.
  await sourceWith(
    database,
    BORDER,
    hidden
      ? `${HEAD}B1,PZB55127,Glock,17,9mm,pistol\nB2,HHW90771,Beretta,92,9mm,pistol\n`
      : `${HEAD}B2,HHW90771,Beretta,92,9mm,pistol\n`,
  )
  await matchAll(database)
  return { database, people }
}

async function itemFor(database: TestDatabase, account: string, key: string): Promise<Item> {
  const record = await recordOf(database, key)
  return database.as(await database.reader(account), (context) => itemOf(context, record))
}

async function keysOf(database: TestDatabase, item: Item): Promise<string[]> {
  const { rows } = await database
    .pool('backup')
    .query<{ key: string }>('SELECT source_key AS key FROM record WHERE id = ANY ($1) ORDER BY 1', [
      item.members.map(({ record }) => record),
    ])
  return rows.map(({ key }) => key)
}

async function judged(database: TestDatabase, account: string, one: string, other: string, verdict: Verdict) {
  const [record, second] = [await recordOf(database, one), await recordOf(database, other)]
  return database.as(await database.reader(account), (context) =>
    judge(context, { id: randomUUID(), record, other: second, about: 'firearm', verdict }),
  )
}

const there = await nation()

test('records that are likely one firearm are shown as one, under the smallest identifier, and as working links', async () => {
  const { database, people } = there
  const item = await itemFor(database, people.police, 'S1')
  assert.deepEqual(await keysOf(database, item), ['L2', 'S1', 'S2'])
  assert.equal(item.item, item.members.map(({ record }) => record).sort()[0])
  const links = new Map(item.members.map(({ record, link }) => [record, link]))
  assert.equal(links.get(await recordOf(database, 'S1')), 'self')
  assert.equal(links.get(await recordOf(database, 'L2')), 'working')
})

test('what a reader may not see joins nothing, counts nothing and changes nothing of what the reader sees', async () => {
  const absent = await nation(false)
  async function seen({ database, people }: Awaited<ReturnType<typeof nation>>) {
    const reader = await database.reader(people.police)
    const run = <Result>(work: Parameters<typeof database.as<Result>>[1]) => database.as(reader, work)
    const matches = []
    for await (const { one, other, probability, judgement } of listMatches(run, {}))
      matches.push([...[one.key, other.key].sort(), probability.toFixed(9), judgement])
    const items = []
    for (const key of ['L1', 'L2', 'L3', 'S1', 'S2']) {
      const item = await itemFor(database, people.police, key)
      items.push([key, await keysOf(database, item), item.undecided.length, item.listedTwice.length])
    }
    return { matches: matches.sort(), items, counts: await countMatches(run) }
  }
  assert.deepEqual(await seen(there), await seen(absent))
  const customs = await itemFor(there.database, there.people.customs, 'B1')
  assert.deepEqual(await keysOf(there.database, customs), ['B1', 'L2'])
})

test('a record that is hidden, taken back or absent is not found, in the same words', async () => {
  const { database, people } = there
  const failure = (key: string) =>
    itemFor(database, people.police, key).then(
      () => 'found',
      (thrown: unknown) => (thrown instanceof ProofmarkError ? thrown.code : String(thrown)),
    )
  assert.equal(await failure('B1'), 'not_found')
  const reader = await database.reader(people.police)
  await assert.rejects(
    database.as(reader, (context) => itemOf(context, randomUUID())),
    { code: 'not_found' },
  )
})

test('two live entries of one register are proposed and never merged, even where a person takes them for one', async () => {
  const { database, people } = there
  const item = await itemFor(database, people.police, 'L1')
  assert.deepEqual(await keysOf(database, item), ['L1'])
  assert.deepEqual(item.listedTwice, [
    { record: await recordOf(database, 'L1'), other: await recordOf(database, 'L3') },
  ])
  await judged(database, people.police, 'L1', 'L3', 'same')
  assert.deepEqual(await keysOf(database, await itemFor(database, people.police, 'L1')), ['L1'])
})

test('a person’s word makes a link confirmed; “not the same” splits, and taking it back joins again', async () => {
  const { database, people } = there
  await judged(database, people.police, 'S1', 'L2', 'same')
  const links = async () =>
    new Map((await itemFor(database, people.police, 'S1')).members.map(({ record, link }) => [record, link]))
  assert.equal((await links()).get(await recordOf(database, 'L2')), 'confirmed')
  assert.equal((await links()).get(await recordOf(database, 'S2')), 'working')
  const apart = await judged(database, people.police, 'S2', 'S1', 'different')
  await judged(database, people.police, 'S2', 'L2', 'different')
  assert.deepEqual(await keysOf(database, await itemFor(database, people.police, 'S2')), ['S2'])
  assert.deepEqual(await keysOf(database, await itemFor(database, people.police, 'S1')), ['L2', 'S1'])
  const [record, other] = [await recordOf(database, 'S2'), await recordOf(database, 'S1')]
  const withdrawn = await database.as(await database.reader(people.police), (context) =>
    withdrawJudgement(context, { id: randomUUID(), record, other, number: apart.number }),
  )
  assert.equal(withdrawn.state, 'withdrawn')
  const rejoined = await itemFor(database, people.police, 'S2')
  assert.deepEqual(await keysOf(database, rejoined), ['S2'], 'the other verdict still stands')
})

test('the successive holders of one entry are one firearm', async () => {
  const { database, people } = there
  const holders = 'id,serial,make,model,calibre,type,holder\n'
  await sourceWith(database, { ...REGISTER, name: 'second register' }, `${holders}K1,MMN30551,${FIREARM},A. Lindqvar\n`)
  await importText(database, 'second register', `${holders}K1,MMN30551,${FIREARM},B. Osterle\n`)
  await matchAll(database)
  const item = await itemFor(database, people.police, 'K1')
  assert.equal(item.members.length, 2)
  assert.deepEqual(
    item.members.map(({ link }) => link),
    ['self', 'self'],
  )
})
