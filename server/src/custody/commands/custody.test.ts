import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Role } from '@proofmark/contract/roles'
import { custodyAcceptRequest, custodyHandOverRequest, custodyOrderRequest } from '@proofmark/contract/schemas/custody'
import { examinedExhibit } from '@proofmark/contract/schemas/recovery-answers'
import { nameOverseer } from '../../access/commands/name-overseer.ts'
import type { Context } from '../../access/context.ts'
import { insist } from '../../access/insist.ts'
import { judge } from '../../linkage/commands/judge.ts'
import { listNotices } from '../../linkage/queries/list-notices.ts'
import { personOf } from '../../testing/desks.ts'
import { clearing, recoverExhibits, type TestExhibit } from '../../testing/exhibits.ts'
import { recordOf } from '../../testing/matching.ts'
import { sourceWith } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { requestFrom } from '../../testing/traces.ts'
import { draftTrace } from '../../tracing/commands/draft-trace.ts'
import { takeIn } from '../../tracing/commands/take-in-request.ts'
import { presentCustody } from '../present/custody.ts'
import { presentDisposal, presentDisposals, presentStocktake, presentStocktakes } from '../present/storage.ts'
import { labelCode } from '../rules/label-code.ts'
import { signCampaign } from '../runs/sign-campaign.ts'
import { addStorage } from './add-storage.ts'
import { answerHandOver } from './answer-hand-over.ts'
import { openDisposal } from './dispose.ts'
import { examineExhibit } from './examine-exhibit.ts'
import { handOver } from './hand-over.ts'
import { listDisposals } from './list-disposals.ts'
import { letGo, listHolds } from './list-holds.ts'
import { explainBreak, holdExhibit, liftHold, orderExhibit } from './order-exhibit.ts'
import { listCustody, showCustody } from './show-custody.ts'
import { showDisposal } from './show-disposal.ts'
import { listStocktakes, showStocktake } from './show-stocktake.ts'
import { joinExhibits, splitExhibit } from './split-exhibit.ts'
import { beginStocktake, closeStocktake, scanStock, withdrawScan } from './take-stock.ts'
import { withdrawDisposal } from './withdraw-disposal.ts'

const database = await testDatabase()
const GROUNDS = { purpose: 'criminal_investigation' } as const
const person = (agency: string, name: string, ...roles: Role[]) => personOf(database, agency, name, roles)
const officer = await person('Border Police', 'officer', 'recorder')
const other = await person('Border Police', 'other officer', 'recorder')
const manager = await person('Border Police', 'manager', 'exhibit_manager')
const deputy = await person('Border Police', 'deputy', 'exhibit_manager')
const examiner = await person('Laboratory', 'examiner', 'ballistic_examiner')
const tracer = await person('Border Police', 'tracer', 'trace_officer')
const stranger = await person('Fisheries', 'stranger', 'exhibit_manager')

/** Runs a command in somebody's name, with their rights as they are now. */
const as =
  (account: string) =>
  <Result>(work: (context: Context) => Promise<Result>): Promise<Result> =>
    insist(async (command) => database.as(await database.reader(account), command), work)
const recover = (...wanted: TestExhibit[]) => as(officer)((context) => recoverExhibits(context, wanted))
const recoverOne = async (wanted: TestExhibit = {}) => (await recover(wanted))[0]!
const show = async (account: string, code: string) =>
  presentCustody(await as(account)((context) => showCustody(context, code)))

type Said = Record<string, unknown> & { readonly exhibit: string }
const say = async (account: string, more: Said): Promise<string> => {
  const {
    grounds: _,
    signature: __,
    ...said
  } = custodyHandOverRequest.parse({
    event: randomUUID(),
    purpose: 'transport',
    at: '2026-02-01T10:00:00Z',
    ...more,
    grounds: GROUNDS,
  })
  await as(account)((context) => handOver(context, { said, origin: null }))
  return said.event
}
const answer = (account: string, event: string, more: Said) => {
  const {
    grounds: _,
    signature: __,
    ...said
  } = custodyAcceptRequest.parse({
    event,
    at: '2026-02-01T10:05:00Z',
    ...more,
    grounds: GROUNDS,
  })
  return as(account)((context) => answerHandOver(context, { said, origin: null }))
}
const signAs = (account: string, disposal: string, at = '2026-03-01T10:00:00Z') =>
  signCampaign({ run: as(account), clear: clearing(database) }, { disposal, at, origin: null })
const examine = (account: string, exhibit: string) =>
  as(account)((context) => {
    const said = examinedExhibit.parse({ stated: { serial: 'TST1001' }, condition: 'functional' })
    return examineExhibit(context, { examination: randomUUID(), exhibit, said })
  })
const refused = (work: Promise<unknown>, code: string) => assert.rejects(work, { code })
const order = (exhibit: string, kind: string) => {
  const { grounds: _, ...said } = custodyOrderRequest.parse({
    ...{ id: randomUUID(), exhibit, kind, authority: 'court', reference: 'K 7/26', on: '2026-01-20', grounds: GROUNDS },
  })
  return as(manager)((context) => orderExhibit(context, said))
}

test('what is offered changes hands when it is accepted, and not before; the same again changes nothing', async () => {
  const exhibit = await recoverOne({ seal: 'A 1' })
  // A name is taken however its letters are written; on a telephone they are small.
  const event = await say(officer, { exhibit, to: { account: 'MANAGER ' } })
  const waiting = await show(officer, labelCode(exhibit))
  assert.deepEqual(
    [waiting.custodian?.name, waiting.breaks.map(({ code }) => code), waiting.offer?.yours],
    ['officer', ['not_accepted'], false],
  )
  await refused(answer(other, event, { exhibit }), 'custody_not_yours')
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
  await refused(say(officer, { exhibit, to: { account: 'deputy' } }), 'custody_not_yours')
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
  const [first, second] = await recover({ seal: 'S 77' }, {})
  await assert.rejects(
    say(officer, { exhibit: second!, told: 'keeper', purpose: 'store', seal: 'S 77', resealed: 'bag torn' }),
    {
      code: 'seal_used',
      parameters: { seal: 'S 77', exhibit: first },
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

test('nothing is destroyed without an order, against a hold, or by one person; then it is destroyed on record', async () => {
  const exhibit = await recoverOne({ serial: 'TST 9090 D' })
  const [disposal, hold] = [randomUUID(), randomUUID()]
  const at = '2026-03-01T10:00:00Z'
  await as(manager)((context) =>
    openDisposal(context, {
      id: disposal,
      name: 'Spring',
      place: 'Smelter',
      witness: 'W. Itness',
      exhibits: [exhibit],
    }),
  )
  const sign = (account: string) => signAs(account, disposal, at)
  const refusedFor = (obstacles: string) =>
    assert.rejects(sign(manager), { code: 'disposal_refused', parameters: { exhibits: exhibit, obstacles } })
  await refusedFor('no_order')
  await order(exhibit, 'destroy')
  await as(manager)((context) =>
    holdExhibit(context, { id: hold, exhibit, kind: 'ballistic', why: 'a lead is examined' }),
  )
  await refusedFor('hold')
  await as(manager)((context) => liftHold(context, { hold, exhibit, why: 'examined' }))
  const listed = async (account: string) =>
    (
      await as(account)(async (context) =>
        presentDisposals(await listDisposals(context, { after: 0, limit: 50 }), context.reader),
      )
    ).disposals.flatMap((each) => (each.disposal === disposal ? [[each.state, each.signedByReader]] : []))
  assert.deepEqual(await listed(deputy), [['open', false]])
  await sign(manager)
  assert.deepEqual([await listed(manager), await listed(deputy)], [[['half_signed', true]], [['half_signed', false]]])
  assert.deepEqual(await listed(stranger), [])
  await refused(sign(manager), 'signature_own')
  assert.equal((await show(manager, exhibit)).ended, null)
  await sign(deputy)
  const { ended, custodian, unbroken, events } = await show(manager, exhibit)
  assert.deepEqual([ended, custodian, unbroken, events.at(-1)?.witness], ['destroy', null, true, 'W. Itness'])
  const recorded = await database.as(await database.reader(manager), ({ client }) =>
    client.query(
      `SELECT s.name, s.kind, v.event FROM record r JOIN source s ON s.id = r.source_id
      JOIN record_version v ON v.record_id = r.id WHERE r.source_key = $1`,
      [exhibit],
    ),
  )
  assert.deepEqual(recorded.rows, [{ name: 'exhibits destroyed', kind: 'destruction', event: 'destruction' }])
  await refused(say(officer, { exhibit, to: { account: 'manager' } }), 'custody_refused')
  assert.deepEqual(await listed(deputy), [['carried_out', true]])
  await refused(
    as(deputy)((context) => withdrawDisposal(context, { disposal, why: 'too late' })),
    'disposal_over',
  )
})

test('a campaign that was given up is signed by nobody, and its exhibits go into another', async () => {
  const exhibit = await recoverOne()
  await order(exhibit, 'destroy')
  const [disposal, at] = [randomUUID(), '2026-03-01T10:00:00Z']
  const said = { name: 'Autumn', place: 'Smelter', witness: 'W. Itness', exhibits: [exhibit] }
  await as(manager)((context) => openDisposal(context, { ...said, id: disposal }))
  const why = 'one of them is wanted by the court'
  for (const _ of [1, 2]) await as(deputy)((context) => withdrawDisposal(context, { disposal, why }))
  await refused(signAs(manager, disposal, at), 'disposal_over')
  await as(manager)((context) => openDisposal(context, { ...said, id: randomUUID() }))
})

test('an open trace holds what it is about, by whichever record of the firearm it was asked', async () => {
  const source = { name: 'Losses', kind: 'loss-theft', agency: 'Border Police' } as const
  await sourceWith(database, source, 'id,serial,make,event\nT1,TST 5151 K,Taurus,theft\nT2,TST 5151 K,Taurus,theft\n')
  const [own, other] = [await recordOf(database, 'T1'), await recordOf(database, 'T2')]
  const exhibit = await recoverOne({ record: own })
  await order(exhibit, 'destroy')
  const said = { id: randomUUID(), record: own, other, about: 'firearm', verdict: 'same' } as const
  await as(tracer)((context) => judge(context, said))
  const to = { partner: 'XB', role: 'supplier' } as const
  const asked = { id: randomUUID(), record: other, to, priority: 'routine' } as const
  assert.equal((await show(manager, exhibit)).openTraces, 0)
  await as(tracer)((context) => draftTrace(context, asked))
  assert.equal((await show(manager, exhibit)).openTraces, 1)
  const [disposal, at] = [randomUUID(), '2026-03-01T10:00:00Z']
  await as(manager)((context) =>
    openDisposal(context, { id: disposal, name: 'Held', place: 'Smelter', witness: 'W. Itness', exhibits: [exhibit] }),
  )
  await assert.rejects(signAs(manager, disposal, at), {
    code: 'disposal_refused',
    parameters: { exhibits: exhibit, obstacles: 'open_trace' },
  })
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

test('what another agency’s open trace waits for is not destroyed: the keeper learns a handle, whoever waits learns who keeps it', async () => {
  const fisher = await person('Fisheries', 'fisher', 'trace_officer')
  const seized = { name: 'Seized', kind: 'seizure', agency: 'Border Police' } as const
  await sourceWith(
    database,
    seized,
    'id,serial,make,event\nH1,TST 6161 K,Taurus,seizure\nH2,TST 6262 L,Taurus,seizure\n',
  )
  const lost = { name: 'Nets and arms', kind: 'loss-theft', agency: 'Fisheries', visibility: 'pointer' } as const
  await sourceWith(database, lost, 'id,serial,make,event\nL1,TST6161K,Taurus,theft\n')
  const records = [await recordOf(database, 'H1'), await recordOf(database, 'H2')]
  const exhibits = await recover(...records.map((record) => ({ record })))
  for (const exhibit of exhibits) await order(exhibit, 'destroy')
  const trace = randomUUID()
  const to = { partner: 'XB', role: 'supplier' } as const
  const asked = { record: await recordOf(database, 'L1'), to, priority: 'routine' } as const
  await as(fisher)((context) => draftTrace(context, { ...asked, id: trace }))
  const open = async (...of: string[]) => {
    const disposal = randomUUID()
    const said = { id: disposal, name: 'Held', place: 'Smelter', witness: 'W. Itness', exhibits: of }
    await as(manager)((context) => openDisposal(context, said))
    return disposal
  }
  const held = await open(...exhibits)
  const why = { code: 'disposal_refused', parameters: { exhibits: exhibits[0]!, obstacles: 'not_cleared' } }
  for (const _ of [1, 2]) await assert.rejects(signAs(manager, held), why)
  const shown = presentDisposal(await as(manager)((context) => showDisposal(context, held)))
  const told = new Map(shown.exhibits.map(({ exhibit, handle, obstacles }) => [exhibit, { handle, obstacles }]))
  assert.deepEqual(told.get(exhibits[1]!), { handle: null, obstacles: [] })
  const { handle, obstacles } = told.get(exhibits[0]!)!
  assert.deepEqual(
    [obstacles, shown.signatures, (await show(manager, exhibits[0]!)).openTraces],
    [['not_cleared'], [], 0],
  )

  // Told once, however often it was asked.
  const notices = (await as(fisher)(listNotices)).map(({ kind, asker, handle: under }) => [kind, asker, under])
  assert.deepEqual(notices, [['destruction_held', 'Border Police', handle]])
  const { ours } = await as(fisher)(listHolds)
  assert.deepEqual(
    ours.map((each) => [each.handle, each.keeper, each.reference, each.traces, each.letGo]),
    [[handle, 'Border Police', 'Held', [trace], null]],
  )
  assert.deepEqual(await as(tracer)(listHolds), { ours: [], overseen: [] })
  const release = { hold: ours[0]!.id, why: 'we have its photographs' }
  await refused(
    as(tracer)((context) => letGo(context, release)),
    'not_found',
  )

  for (const _ of [1, 2]) await as(fisher)((context) => letGo(context, release))
  await signAs(manager, held)
  // Another request, which came by then, holds it anew, under the same handle.
  const message = requestFrom('TST 6161 K')
  await as(fisher)((context) => takeIn(context, { message, partner: 'XB', channel: 'siena' }))
  await assert.rejects(signAs(deputy, held), why)
  assert.equal((await as(fisher)(listHolds)).ours[0]?.handle, handle)
  await signAs(manager, await open(exhibits[1]!))
})

test('whoever oversees a custody learns between whom something is held, and of a silent source not for whom', async () => {
  const overseer = await person('Ombudsman', 'overseer', 'analyst')
  await database.as(await database.installer(), (context) =>
    nameOverseer(context, { agency: 'Border Police', officer: 'overseer' }),
  )
  const covert = {
    name: 'Covert',
    kind: 'loss-theft',
    agency: 'Fisheries',
    visibility: 'silent',
    handling: 'H3',
  } as const
  await sourceWith(database, covert, 'id,serial,make,event\nC1,TST7171M,Taurus,theft\n')
  const seized = { name: 'Seized again', kind: 'seizure', agency: 'Border Police' } as const
  await sourceWith(database, seized, 'id,serial,make,event\nA1,TST 7171 M,Taurus,seizure\n')
  const exhibit = await recoverOne({ record: await recordOf(database, 'A1') })
  await order(exhibit, 'destroy')
  const disposal = randomUUID()
  const said = { id: disposal, name: 'Covert', place: 'Smelter', witness: 'W. Itness', exhibits: [exhibit] }
  await as(manager)((context) => openDisposal(context, said))
  const fisher = await person('Fisheries', 'second fisher', 'trace_officer')
  const to = { partner: 'XB', role: 'supplier' } as const
  const asked = { id: randomUUID(), record: await recordOf(database, 'C1'), to, priority: 'routine' } as const
  await as(fisher)((context) => draftTrace(context, asked))
  await assert.rejects(signAs(manager, disposal), { code: 'disposal_refused' })
  const { overseer: named } = presentDisposal(await as(manager)((context) => showDisposal(context, disposal)))
  assert.deepEqual(named, { name: 'overseer', agency: 'Ombudsman' })
  const { overseen } = await as(overseer)(listHolds)
  assert.deepEqual(
    overseen.map(({ keeper, owner }) => [keeper, owner?.agency ?? null]),
    [
      ['Border Police', null],
      ['Border Police', 'Fisheries'],
      ['Border Police', 'Fisheries'],
    ],
  )
})
