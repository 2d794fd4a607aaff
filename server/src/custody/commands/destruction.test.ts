import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { nameOverseer } from '../../access/commands/name-overseer.ts'
import { judge } from '../../linkage/commands/judge.ts'
import { listNotices } from '../../linkage/queries/list-notices.ts'
import { recordOf } from '../../testing/matching.ts'
import { sourceWith } from '../../testing/nation.ts'
import { requestFrom } from '../../testing/traces.ts'
import { draftTrace } from '../../tracing/commands/draft-trace.ts'
import { takeIn } from '../../tracing/commands/take-in-request.ts'
import { presentDisposal, presentDisposals } from '../present/storage.ts'
import {
  as,
  database,
  deputy,
  manager,
  officer,
  order,
  person,
  recover,
  recoverOne,
  refused,
  say,
  show,
  signAs,
  stranger,
  tracer,
} from './custody.test-helper.ts'
import { openDisposal } from './dispose.ts'
import { listDisposals } from './list-disposals.ts'
import { letGo, listHolds } from './list-holds.ts'
import { holdExhibit, liftHold } from './order-exhibit.ts'
import { showDisposal } from './show-disposal.ts'
import { withdrawDisposal } from './withdraw-disposal.ts'

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
