import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sayIn } from '@proofmark/contract/catalogues'
import { ProofmarkError } from '@proofmark/contract/errors'
import { LOCALES, type Locale } from '@proofmark/contract/locales'
import {
  ballisticAdded,
  ballisticList,
  ballisticReferrals,
  ballisticShown,
} from '@proofmark/contract/schemas/ballistic'
import { graphAnswer } from '@proofmark/contract/schemas/graph'
import type { Context } from '../../access/context.ts'
import { expandGraph } from '../../cases/commands/expand-graph.ts'
import { presentGraph } from '../../cases/present/graph.ts'
import { foundItems } from '../../cases/queries/found-items.ts'
import { readItems } from '../../cases/queries/items.ts'
import { createPool } from '../../store/connection.ts'
import { personOf } from '../../testing/desks.ts'
import { recordOf } from '../../testing/matching.ts'
import { sourceWith } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { draftTrace } from '../../tracing/commands/draft-trace.ts'
import { showLife } from '../../tracing/commands/show-life.ts'
import { needTrace } from '../../tracing/commands/write-trace.ts'
import { presentAdded, presentDesk, presentReferral, presentWeapon } from '../present/ballistic.ts'
import { ballisticHolds } from '../queries/ballistic-holds.ts'
import { toldOfBallistics } from '../queries/told-of-ballistics.ts'
import { weaponView } from '../queries/weapon-view.ts'
import { addRows, rowsOfTable } from '../runs/ballistic-file.ts'
import { addBallistics } from './add-ballistics.ts'
import { verifyBallistics, withdrawBallistics } from './judge-ballistics.ts'
import { linkBallistics } from './link-ballistics.ts'
import { referBallistics } from './refer-ballistics.ts'
import { findBallistics, listBallistics, listReferrals, showBallistics } from './show-ballistics.ts'

const database = await testDatabase()
const POLICE = 'Police of XA'
const examiner = await personOf(database, POLICE, 'N. Aske', ['ballistic_examiner'])
const second = await personOf(database, POLICE, 'T. Orrey', ['ballistic_examiner'])
const tracer = await personOf(database, POLICE, 'I. Moravan', ['trace_officer', 'analyst'])
const keeper = await personOf(database, 'Court Store of XA', 'store keeper', ['exhibit_manager'])
await sourceWith(
  database,
  { name: 'seizures', kind: 'seizure', agency: POLICE, visibility: 'pointer' },
  'id,serial,make,model,calibre,type,country,date,place,reason\nS1,TKR10480X,Taurus,PT 92,9x19mm,pistol,BR,2024-03-01,North Gate,road check\n',
)
const firearm = await recordOf(database, 'S1')

const as = async <Result>(account: string, work: (context: Context) => Promise<Result>) =>
  database.as(await database.reader(account), work)
const refused = (code: string) => (failure: unknown) => failure instanceof ProofmarkError && failure.code === code

const exhibit = randomUUID()
const recovery = randomUUID()
const owner = createPool(database.ownerUrl, 1)
test.after(() => owner.end())
await owner.query(
  `WITH place AS (SELECT a.agency_id AS agency, v.id AS vis FROM account a JOIN visibility v
     ON v.agency_id = a.agency_id AND v.source_visibility = 'pointer' AND v.handling = 'H0' AND v.readers = '{}' WHERE a.id = $3),
   opened AS (INSERT INTO recovery (id, agency_id, vis, status, opened_by) SELECT $1, agency, vis, 'seized', $3 FROM place)
   INSERT INTO exhibit (id, recovery_id, agency_id, vis, kind, record_id) SELECT $2, $1, agency, vis, 'firearm', $4 FROM place`,
  [recovery, exhibit, examiner, firearm],
)

const SYSTEM = 'IBIS'
const scene = (reference: string, date: string) => ({
  ...{ entry: 'fired_item', system: SYSTEM, reference, kind: 'cartridge_case', calibre: '9x19mm', date },
  ...{ scene: `Shooting ${reference}`, case: `V ${reference}/23`, place: 'Vard', submitted: '2024-03-02' },
})
const testFire = {
  ...{ entry: 'test_fire', system: SYSTEM, reference: 'T-1', exhibit, date: '2024-03-04', by: 'N. Aske' },
  ...{ recovered: '2024-03-01', submitted: '2024-03-02', calibre: '9x19mm' },
}
const rowsOf = (values: readonly unknown[]) => values.map((value, place) => ({ row: place + 1, value }))
const added = await as(examiner, (context) =>
  addBallistics(context, rowsOf([scene('F-1', '2023-05-06'), scene('F-2', '2023-08-09'), testFire])),
)
const [first, other, fired] = added.items.map(({ item }) => item) as [string, string, string]
const shown = (item: string, account = tracer) =>
  as(account, async (context) => presentWeapon(await weaponView(context, item), context.reader))
const link = (level: 'lead' | 'hit' | 'excluded', one: string, to: string, id = randomUUID()) =>
  as(examiner, (context) =>
    linkBallistics(context, { id, first: one, second: to, level, on: '2024-03-06', system: SYSTEM }),
  ).then(() => id)
const around = async (item: string) =>
  graphAnswer.parse(
    presentGraph(
      await as(tracer, (context) =>
        expandGraph(context, {
          ...{ nodes: [`fired_item:${item}`], steps: 1, most: 50, relevance: true, protectedPersons: false },
        }),
      ),
    ),
  )
const dates = async () => {
  const { events } = await as(tracer, (context) => showLife(context, firearm))
  return events.map(({ record }) => [record.event, record.date.from])
}

test('rows that do not fit come back by file, row, field and what would be accepted, and keep none of the others out', async () => {
  const csv = [
    'entry,system,reference,kind,lands,date,firearm,first,second,level,on,examiner,verifier',
    'fired_item,IBIS,F-9,bullet,6,2023-05,,,,,,,',
    'fired_item,IBIS,F-10,arrow,6,2023-05,,,,,,,',
    'fired_item,IBIS,F-11,bullet,many,2023-13,,,,,,,',
    `test_fire,IBIS,T-9,,,,${randomUUID()},,,,,,`,
    'result,IBIS,,,,,,F-9,F-404,lead,2024-03-06,N. Aske,',
    'result,IBIS,,,,,,F-9,F-1,hit,2024-03-06,N. Aske,n. aske',
    'result,IBIS,,,,,,F-9,F-1,lead,2999-01-01,N. Aske,',
    'match,IBIS,,,,,,,,,,,',
  ].join('\n')
  const content = async function* () {
    yield new TextEncoder().encode(csv)
  }
  const rows = await rowsOfTable('results.csv', content())
  const run = <Result>(work: (context: Context) => Promise<Result>) => as(examiner, work)
  const { faults, accepted } = await addRows(run, rows)
  assert.equal(accepted, 1)
  assert.deepEqual(
    faults.map(({ row, field, expected }) => [row, field, expected]),
    [
      [3, 'kind', 'one_of'],
      [4, 'lands', 'number'],
      [5, 'firearm', 'record'],
      [6, 'second', 'item'],
      [7, 'verifier', 'ballistic_other_person'],
      [8, 'on', 'past_day'],
      [9, 'entry', 'one_of'],
    ],
  )
  const told = ballisticAdded.parse(presentAdded(await addRows(run, rows), sayIn('en')))
  assert.deepEqual([told.accepted, told.unchanged], [0, 1])
  assert.equal(told.problems[0]?.accepted, 'one of bullet, cartridge_case, fragment, wad, shot')
})

test('whoever is no examiner adds nothing', async () => {
  await assert.rejects(
    as(tracer, (context) => addBallistics(context, rowsOf([testFire]))),
    refused('role_needed'),
  )
})

test('a lead joins nothing and moves nothing, and neither it nor what waits to be verified is called a hit anywhere', async () => {
  await link('lead', first, other)
  await link('hit', first, fired)
  for (const item of [first, other, fired])
    assert.deepEqual(
      (await shown(item)).items.map((each) => each.item),
      [item],
    )
  assert.deepEqual(await dates(), [['seizure', '2024-03-01']])
  const { rows } = await owner.query(`SELECT FROM source WHERE kind = 'ballistic'`)
  assert.equal(rows.length, 0)
  const answers: unknown[] = [
    ballisticShown.parse(await shown(first)),
    ballisticList.parse(presentDesk(await as(tracer, listBallistics))),
  ]
  for (const locale of Object.keys(LOCALES) as Locale[]) {
    const { referrals, more } = await as(tracer, listReferrals)
    assert.equal(referrals.length, 2)
    const say = sayIn(locale)
    answers.push(ballisticReferrals.parse({ referrals: referrals.map((each) => presentReferral(each, say)), more }))
  }
  const graph = await around(first)
  assert.equal(graph.nodes.filter(({ kind }) => kind === 'ballistic_result').length, 2)
  answers.push(graph)
  for (const answer of answers) assert.doesNotMatch(JSON.stringify(answer), /\bhits?\b|rapprochement|تطابق/i)
  assert.equal(
    (await shown(first)).links.every(({ level }) => level === 'lead'),
    true,
  )
})

test('a hit counts once another examiner verified it; then it enters the life of the firearm at the date of the scene', async () => {
  const waiting = (await as(tracer, listBallistics)).comparisons.flatMap(({ results }) =>
    results.filter(({ says }) => says === 'hit').map(({ id }) => id),
  )
  const verify = (account: string) => as(account, (context) => verifyBallistics(context, { results: waiting }))
  await assert.rejects(verify(examiner), refused('ballistic_own'))
  await assert.rejects(verify(tracer), refused('role_needed'))
  await verify(second)
  await verify(second)
  const weapon = ballisticShown.parse(await shown(fired))
  assert.deepEqual(weapon.items.map((each) => each.item).sort(), [first, fired].sort())
  assert.equal(weapon.weapon, (await shown(first)).weapon)
  assert.deepEqual(weapon.firearms, [{ record: firearm, by: 'test_fire', united: true }])
  const { nodes, edges } = await around(fired)
  const [result] = nodes.filter(({ kind }) => kind === 'ballistic_result')
  assert.deepEqual(result?.detail[0], { message: 'connect.detail.result_hit', values: {} })
  assert.deepEqual(
    edges.filter(({ from }) => from === result?.node).map(({ to, relation, kind }) => [to, relation, kind]),
    [first, fired].sort().map((item) => [`fired_item:${item}`, 'compared', 'fact']),
  )
  assert.deepEqual(
    [...(await as(tracer, (context) => readItems(context, 'ballistic_result', waiting))).keys()],
    waiting,
  )
  const given = await as(tracer, (context) => foundItems(context, 'T-1'))
  assert.ok(waiting.every((id) => given.some((item) => item.id === id && item.firedItem !== null)))
  assert.deepEqual(await dates(), [
    ['ballistic-result', '2023-05-06'],
    ['seizure', '2024-03-01'],
  ])
})

test('a lead that became a hit keeps the lead, and an exclusion beside a hit takes it apart until one is withdrawn', async () => {
  const hit = await link('hit', first, other)
  await as(second, (context) => verifyBallistics(context, { results: [hit] }))
  const pair = (await shown(other)).links.find(({ first: one, second: two }) => ![one, two].includes(fired))
  assert.deepEqual(pair?.results.map(({ level }) => level).sort(), ['hit', 'lead'])
  assert.equal((await dates()).length, 3)
  const excluded = await link('excluded', first, other)
  assert.deepEqual(
    (await shown(other)).links.map(({ level }) => level),
    ['disputed'],
  )
  assert.equal((await dates()).length, 2)
  await as(second, (context) => withdrawBallistics(context, { result: excluded, reason: 'wrong pair' }))
  assert.equal((await dates()).length, 3)
  assert.equal((await shown(other)).items.length, 3)
  await as(second, (context) => withdrawBallistics(context, { result: hit, reason: 'seen again' }))
  assert.deepEqual(
    (await shown(other)).items.map(({ item }) => item),
    [other],
  )
  assert.deepEqual(await dates(), [
    ['ballistic-result', '2023-05-06'],
    ['seizure', '2024-03-01'],
  ])
})

test('the same result sent again is one, and another under its identifier is refused', async () => {
  const id = await link('lead', other, fired)
  await link('lead', other, fired, id)
  await assert.rejects(link('excluded', other, fired, id), refused('ballistic_id_used'))
  await assert.rejects(link('lead', other, other), refused('ballistic_of_itself'))
  await assert.rejects(link('lead', other, randomUUID()), refused('not_found'))
})

test('what was told and changed comes first, what was told as it stands does not come again, and the outcome is kept', async () => {
  const order = async () =>
    (await as(tracer, listReferrals)).referrals.map(({ comparison: { first: one, second: two }, worth }) => [
      [one, two].sort().join(' '),
      worth.reasons[0]?.reason,
    ])
  const pair = [first, fired].sort().join(' ')
  assert.deepEqual((await order())[0], [pair, 'confirmed'])
  const refer = (act: Parameters<typeof referBallistics>[1]) => as(tracer, (context) => referBallistics(context, act))
  const ends = { first, second: fired }
  await assert.rejects(
    refer({ act: 'outcome', id: randomUUID(), ...ends, outcome: 'arrest' }),
    refused('ballistic_not_told'),
  )
  await refer({ act: 'told', id: randomUUID(), ...ends, to: 'Inspector Vale' })
  assert.ok((await order()).every(([named]) => named !== pair))
  const tracerTold = () => as(tracer, toldOfBallistics)
  const { name } = await database.reader(tracer)
  await refer({ act: 'told', id: randomUUID(), ...ends, to: ` ${name.toUpperCase()}` })
  assert.deepEqual(await tracerTold(), { count: 1, record: [first, fired].sort()[0] })
  assert.equal((await as(examiner, toldOfBallistics)).count, 0)
  const { links } = await shown(first)
  const hit = links.find(({ level }) => level === 'hit')!.results.find(({ level }) => level === 'hit')!
  await as(examiner, (context) => withdrawBallistics(context, { result: hit.result, reason: 'wrong case' }))
  assert.deepEqual((await order())[0], [pair, 'told_and_withdrawn'])
  assert.deepEqual(await dates(), [['seizure', '2024-03-01']])
  await refer({ act: 'outcome', id: randomUUID(), ...ends, outcome: 'no_use' })
  assert.deepEqual(await tracerTold(), { count: 0, record: null })
})

test('an open matter holds an exhibit for those too who may not see the matter', async () => {
  const holds = (account: string) => as(account, (context) => ballisticHolds(context, [exhibit, randomUUID()]))
  assert.deepEqual(
    (await holds(keeper)).map((each) => [each.exhibit, each.agencyName]),
    [[exhibit, POLICE]],
  )
  const open = (await shown(fired)).links.flatMap(({ results }) => results.filter(({ state }) => state === 'standing'))
  for (const { result } of open)
    await as(examiner, (context) => withdrawBallistics(context, { result, reason: 'closed' }))
  assert.deepEqual(await holds(keeper), [])
})

test('items are found by words of what is said of them, all of which are there, by those alone whose work it is', async () => {
  const find = async (account: string, words: string) =>
    (await as(account, (context) => findBallistics(context, { words }))).items.map(({ reference }) => reference)
  assert.deepEqual(await find(tracer, 'shooting vard'), ['F-2', 'F-1'])
  assert.deepEqual(await find(tracer, 'vard f-1'), ['F-1'])
  assert.deepEqual(await find(tracer, 'f_1 %'), [])
  await assert.rejects(find(keeper, 'vard'), refused('role_needed'))
})

test('clocks run from the recovery, and a trace is offered on the day of submission until one is begun', async () => {
  const before = await as(tracer, (context) => showBallistics(context, fired))
  assert.deepEqual(before.trace, { record: firearm, due: '2024-03-02' })
  const days = Object.fromEntries(before.clocks.map(({ step, days: taken }) => [step, taken]))
  assert.deepEqual([days.submitted, days.test_fired], [1, 2])
  await as(tracer, (context) =>
    draftTrace(context, { id: randomUUID(), record: firearm, to: { partner: 'XB' }, priority: 'routine' }),
  )
  assert.equal((await as(tracer, (context) => showBallistics(context, fired))).trace, null)
})

test('a request states what comparisons tie the firearm to: a lead as a lead, and a hit once it was verified', async () => {
  const draft = async () => {
    const id = randomUUID()
    await as(tracer, (context) =>
      draftTrace(context, { id, record: firearm, to: { partner: 'XC' }, priority: 'routine' }),
    )
    const { form } = await as(tracer, (context) => needTrace(context, id))
    return { told: form.circumstances.summary?.split('\n').slice(1), lead: form.ballisticLead }
  }
  const lead = await link('hit', first, fired)
  const said = (word: string) => [`${word}: F-1, 2023-05-06, Vard`]
  assert.deepEqual(await draft(), { told: said('ballistic lead, not confirmed'), lead: true })
  await as(second, (context) => verifyBallistics(context, { results: [lead] }))
  // What one weapon fired comes with it: between the two scenes stands a lead.
  const alike = 'ballistic lead, not confirmed: F-2, 2023-08-09, Vard'
  assert.deepEqual(await draft(), { told: [...said('ballistic hit'), alike], lead: true })
  await as(examiner, (context) => withdrawBallistics(context, { result: lead, reason: 'closed' }))
  assert.deepEqual(await draft(), { told: [], lead: false })
})
