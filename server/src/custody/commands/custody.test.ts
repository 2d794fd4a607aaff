import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { presentStocktake, presentStocktakes } from '../present/storage.ts'
import { labelCode } from '../rules/label-code.ts'
import { addStorage } from './add-storage.ts'
import {
  answer,
  as,
  database,
  deputy,
  examine,
  examiner,
  manager,
  officer,
  order,
  other,
  recover,
  recoverOne,
  refused,
  say,
  show,
  stranger,
} from './custody.test-helper.ts'
import { explainBreak } from './order-exhibit.ts'
import { listCustody } from './show-custody.ts'
import { listStocktakes, showStocktake } from './show-stocktake.ts'
import { joinExhibits, splitExhibit } from './split-exhibit.ts'
import { beginStocktake, closeStocktake, scanStock, withdrawScan } from './take-stock.ts'

test('what is offered changes hands when it is accepted, and not before; the same again changes nothing', async () => {
  const exhibit = await recoverOne({ seal: 'A 1', number: 'TST-EX 7' })
  // A name is taken however its letters are written; on a telephone they are small.
  const event = await say(officer, { exhibit, to: { account: 'MANAGER ' } })
  const waiting = await show(officer, labelCode(exhibit))
  assert.deepEqual(
    [waiting.custodian?.name, waiting.breaks.map(({ code }) => code), waiting.offer?.yours],
    ['officer', ['not_accepted'], false],
  )
  await assert.rejects(answer(other, event, { exhibit }), {
    code: 'custody_not_yours',
    parameters: { exhibit: 'TST-EX 7' },
  })
  await answer(manager, event, { exhibit })
  await answer(manager, event, { exhibit })
  const { custodian, unbroken, events } = await show(manager, exhibit)
  assert.deepEqual(custodian, { name: 'manager', organisation: 'Border Police', known: true })
  assert.equal(unbroken, true)
  assert.deepEqual(
    events.map(({ purpose, grade, sealIn, sealOut }) => [purpose, grade, sealIn, sealOut]),
    [
      ['recovered', 'sessions', null, 'A 1'],
      ['transport', 'sessions', 'A 1', 'A 1'],
    ],
  )
  await refused(answer(manager, event, { exhibit, verdict: 'declined' }), 'custody_not_offered')
  const notYours = { code: 'custody_not_yours', parameters: { exhibit: 'TST-EX 7' } }
  await assert.rejects(say(officer, { exhibit, to: { account: 'deputy' } }), notYours)
  await refused(say(manager, { event, exhibit, to: { account: 'deputy' } }), 'custody_id_used')
})

test('of two who hand over one exhibit at once, one is told that it is offered already', async () => {
  const exhibit = await recoverOne()
  const outcomes = await Promise.allSettled(
    ['manager', 'deputy'].map((account) => say(officer, { exhibit, to: { account } })),
  )
  assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  const [told] = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  assert.deepEqual([told.code, told.parameters.obstacles], ['custody_refused', 'offer_open'])
  assert.equal((await show(officer, exhibit)).events.length, 2)
})

test('another agency sees an exhibit from the moment that it is offered, its whole chain, and nothing of others', async () => {
  const [exhibit, kept] = await recover({ seal: 'L 1' }, { seal: 'L 2' })
  await refused(show(examiner, exhibit!), 'not_found')
  assert.equal((await examine(manager, exhibit!)).number, 1)
  const event = await say(officer, { exhibit: exhibit!, purpose: 'ballistic', to: { agency: 'laboratory' } })
  await answer(examiner, event, { exhibit: exhibit! })
  // What it finds stands beside; of a recovery that it does not see it makes no record.
  const { number, record } = await examine(examiner, exhibit!)
  assert.deepEqual([number, record], [2, null])
  await say(examiner, {
    exhibit: exhibit!,
    told: 'keeper',
    purpose: 'ballistic',
    seal: 'L 9',
    resealed: 'test fire',
    at: '2026-02-03T10:00:00Z',
  })
  const back = await say(examiner, {
    exhibit: exhibit!,
    purpose: 'store',
    to: { account: 'manager' },
    at: '2026-02-04T10:00:00Z',
  })
  await answer(manager, back, { exhibit: exhibit!, at: '2026-02-04T11:00:00Z' })
  const { unbroken, events, seal, said, examinations } = await show(examiner, exhibit!)
  assert.deepEqual(
    examinations.map((each) => each.number),
    [2],
  )
  assert.deepEqual([unbroken, events.length, seal], [true, 4, 'L 9'])
  // What it is stands in the recovery, which whoever was handed the exhibit alone does not see.
  const { said: own } = await show(manager, exhibit!)
  assert.deepEqual([said, own?.stated], [null, { serial: 'TST1001', make: 'Taurus' }])
  await refused(show(examiner, kept!), 'not_found')
  await refused(show(stranger, exhibit!), 'not_found')
  const seen = await database.as(await database.reader(examiner), async ({ client }) => [
    (await client.query('SELECT FROM recovery')).rowCount,
    (await client.query('SELECT FROM recovery_version')).rowCount,
  ])
  assert.deepEqual(seen, [0, 0])
})

test('a seal is used once, and who asks for it again is told which exhibit has it', async () => {
  const [, second] = await recover({ seal: 'S 77', number: 'TST-EX 8' }, {})
  await assert.rejects(
    say(officer, { exhibit: second!, told: 'keeper', purpose: 'store', seal: 'S 77', resealed: 'bag torn' }),
    {
      code: 'seal_used',
      parameters: { seal: 'S 77', exhibit: 'TST-EX 8' },
    },
  )
  await refused(recover({ seal: 'S 78' }, { seal: 'S 78' }), 'seal_used')
})

test('what is said is kept with its breaks: before the recovery, by one side, by a clock that is wrong; an explanation mends none', async () => {
  const exhibit = await recoverOne()
  const paper = await say(officer, {
    exhibit,
    told: 'paper',
    to: { person: 'A. Clerk', organisation: 'District Court' },
    purpose: 'court',
    at: '2025-12-01T10:00:00Z',
  })
  const taken = await say(manager, { exhibit, told: 'receiver', purpose: 'store', deviceAt: '2020-01-01T00:00:00Z' })
  const codes = async () => (await show(manager, exhibit)).breaks.map(({ number, code }) => `${number} ${code}`)
  const found = ['2 one_sided', '2 before_recovery', '2 out_of_order', '3 one_sided', '3 clocks_disagree']
  assert.deepEqual(await codes(), found)
  await as(manager)((context) =>
    explainBreak(context, { id: randomUUID(), exhibit, event: taken, code: 'clocks_disagree', why: 'battery empty' }),
  )
  assert.deepEqual(await codes(), found)
  const { breaks, events } = await show(manager, exhibit)
  assert.equal(breaks.at(-1)?.explanations[0]?.why, 'battery empty')
  assert.deepEqual(events[1]?.to, { name: 'A. Clerk', organisation: 'District Court', known: false })
  assert.ok(paper)
})

test('on paper before a witness, with the scan, is a grade of its own; without them it is one side’s word', async () => {
  const exhibit = await recoverOne()
  const court = { person: 'A. Clerk', organisation: 'District Court' }
  await say(officer, {
    exhibit,
    told: 'paper',
    to: court,
    purpose: 'court',
    witness: 'W. Itness',
    scan: 'ab'.repeat(32),
  })
  const { events, unbroken } = await show(officer, exhibit)
  assert.deepEqual([events[1]?.grade, events[1]?.witness, unbroken], ['paper_witnessed', 'W. Itness', true])
})

test('parts that are taken off and a whole that is joined each have a chain, and each leads to the other', async () => {
  const [lot, a, b] = await recover({ kind: 'ammunition', seal: 'Q 1' }, { kind: 'component' }, { kind: 'component' })
  const [part, whole, event] = [randomUUID(), randomUUID(), randomUUID()]
  const at = '2026-02-02T09:00:00Z'
  const split = { event, exhibit: lot!, parts: [{ exhibit: part, pieces: 10, seal: 'Q 3' }], seal: 'Q 2', at }
  for (const _ of [1, 2]) await as(officer)((context) => splitExhibit(context, split))
  const ofPart = await show(officer, part)
  assert.deepEqual(
    [ofPart.custodian?.name, ofPart.unbroken, ofPart.madeOf],
    ['officer', true, [{ exhibit: lot, kind: 'split', pieces: 10 }]],
  )
  const ofLot = await show(officer, lot!)
  assert.deepEqual([ofLot.unbroken, ofLot.seal, ofLot.ended], [true, 'Q 2', null])
  for (const _ of [1, 2])
    await as(officer)((context) => joinExhibits(context, { event: randomUUID(), exhibit: whole, of: [a!, b!], at }))
  assert.deepEqual([(await show(officer, a!)).ended, (await show(officer, whole)).custodian?.name], ['join', 'officer'])
  await refused(say(officer, { exhibit: b!, to: { account: 'manager' } }), 'custody_refused')
})

test('stock that is taken shows what is missing, elsewhere and not expected', async () => {
  const [store, shelf, crate] = [randomUUID(), randomUUID(), randomUUID()]
  await as(manager)((context) => addStorage(context, { id: store, name: 'Evidence store' }))
  await as(manager)((context) => addStorage(context, { id: shelf, name: 'Shelf 1', parent: store }))
  await as(manager)((context) => addStorage(context, { id: crate, name: 'Crate', parent: store }))
  const [here, moved, lost, foreign] = (await recover({}, {}, {}, {})) as [string, string, string, string]
  for (const exhibit of [here, moved, lost]) {
    const event = await say(officer, { exhibit, purpose: 'store', to: { account: 'manager' } })
    await answer(manager, event, { exhibit, storage: shelf })
  }
  const stocktake = randomUUID()
  await as(manager)((context) => beginStocktake(context, { id: stocktake, storage: store }))
  const scan = (exhibit: string, storage: string) => ({ id: randomUUID(), storage, text: labelCode(exhibit) })
  const scans = [
    scan(here, shelf),
    scan(moved, crate),
    scan(foreign, shelf),
    { id: randomUUID(), storage: shelf, text: 'tin of tea' },
  ]
  const wrong = scan(lost, shelf)
  for (const _ of [1, 2]) await as(deputy)((context) => scanStock(context, { stocktake, scans: [...scans, wrong] }))
  for (const _ of [1, 2]) await as(deputy)((context) => withdrawScan(context, { stocktake, scan: wrong.id }))
  const stands = await as(deputy)(async (context) => presentStocktake(await showStocktake(context, stocktake)))
  assert.deepEqual([stands.expected, stands.found, stands.scans, stands.path], [3, 2, 4, 'Evidence store'])
  assert.deepEqual(
    new Map(stands.latest.map(({ text, finding }) => [text, finding])),
    new Map(scans.map(({ text }, place) => [text, ['present', 'elsewhere', 'unexpected', 'unexpected'][place]])),
  )
  const listOf = (account: string) =>
    as(account)(async (context) =>
      presentStocktakes(await listStocktakes(context, { storage: store, after: 0, limit: 1 })),
    )
  assert.deepEqual(
    (await listOf(deputy)).stocktakes.map(({ state, counts, scans: of }) => [state, counts, of]),
    [['open', null, 4]],
  )
  assert.deepEqual(await listOf(stranger), { stocktakes: [], more: false })
  await as(manager)((context) => closeStocktake(context, stocktake))
  // Begun later, and open: it stands before the one that was closed.
  await as(manager)((context) => beginStocktake(context, { id: randomUUID(), storage: store }))
  assert.deepEqual(((page) => [page.stocktakes[0]?.state, page.more])(await listOf(manager)), ['open', true])
  await refused(
    as(deputy)((context) => scanStock(context, { stocktake, scans })),
    'stocktake_closed',
  )
  const { lines, scans: taken } = await as(manager)((context) => showStocktake(context, stocktake))
  assert.equal(taken.length, 4)
  assert.deepEqual(
    lines.map(({ finding, exhibit, text }) => [finding, exhibit ?? text]).sort(),
    [
      ['elsewhere', moved],
      ['missing', lost],
      ['present', here],
      ['unexpected', foreign],
      ['unexpected', 'tin of tea'],
    ].sort(),
  )
  // Whoever manages the store hands out what another put there.
  await say(deputy, { exhibit: here, to: { account: 'officer' } })
  const { exhibits } = await as(manager)((context) =>
    listCustody(context, { list: 'stored', storage: shelf, limit: 50 }),
  )
  assert.equal(exhibits.length, 3)
})

test('an exhibit is given back, given over or lent by an order alone, and what was lent comes back first', async () => {
  const exhibit = await recoverOne()
  const museum = { exhibit, told: 'paper', to: { organisation: 'Museum' }, witness: 'W. Itness', scan: 'cd'.repeat(32) }
  await refused(say(officer, { ...museum, purpose: 'loan', due: '2026-12-01' }), 'custody_refused')
  await order(exhibit, 'loan')
  await say(officer, { ...museum, purpose: 'loan', due: '2026-12-01' })
  await order(exhibit, 'return_to_holder')
  await refused(say(manager, { ...museum, purpose: 'return_to_holder' }), 'custody_refused')
  await say(manager, {
    exhibit,
    told: 'paper',
    purpose: 'store',
    to: { account: 'manager' },
    witness: 'W. Itness',
    scan: 'ef'.repeat(32),
    at: '2026-02-20T10:00:00Z',
  })
  await say(manager, { ...museum, purpose: 'return_to_holder', to: { person: 'H. Older' }, at: '2026-02-21T10:00:00Z' })
  const { ended, unbroken } = await show(manager, exhibit)
  assert.deepEqual([ended, unbroken], ['return_to_holder', true])
})
