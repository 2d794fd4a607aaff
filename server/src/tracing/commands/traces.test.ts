import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { personOf } from '../../testing/desks.ts'
import { completed } from '../../testing/traces.ts'
import { adoptProposals } from './adopt-proposals.ts'
import { editTrace } from './edit-trace.ts'
import { listTraces } from './list-traces.ts'
import { saveLawText } from './save-law-text.ts'
import {
  act,
  colleague,
  complete,
  customs,
  database,
  draft,
  failureOf,
  police,
  send,
  sent,
  show,
} from './trace-desk.test-helper.ts'

test('a draft is filled from the record and says what is missing, and is the same when it is sent again', async () => {
  const id = randomUUID()
  assert.equal(await draft('S1', { id }), id)
  assert.equal(await draft('S1', { id }), id)
  assert.equal(await failureOf(draft('S2', { id })), 'trace_id_used')
  const shown = await show(police, id)
  assert.deepEqual(
    [
      shown.state,
      shown.country,
      shown.form.firearm.make,
      shown.form.firearm.serial.observed,
      shown.form.circumstances.kind,
    ],
    ['draft', 'XB', 'Taurus', 'TKR10480X', 'seized'],
  )
  assert.equal(shown.form.legalJustification, 'Firearms Act s. 5')
  assert.equal(shown.proposal.reason, 'national_first')
  assert.deepEqual(
    shown.findings.map(({ occasion }) => occasion),
    ['drafted'],
  )
  assert.equal(shown.completeness.mayLeave, true)
  assert.ok(shown.completeness.missing.some(({ need, ask }) => need === 'photographs' && ask === 'examiner'))
})

test('nothing leaves that lacks what the Instrument asks for, is urgent without a reason, or goes to nobody', async () => {
  assert.equal(await failureOf(draft('S2', { priority: 'urgent' })), 'trace_urgent_unjustified')
  const id = await draft('R1', { to: {} })
  assert.equal(await failureOf(send(id)), 'trace_partner_needed')
  assert.equal(await failureOf(send(id, { partner: 'XC' })), 'trace_incomplete')
  await complete(id)
  assert.equal(await failureOf(send(id, { partner: 'XC', at: '2126-01-01T00:00:00Z' })), 'trace_moment_wrong')
  await send(id, { partner: 'XC' })
  const { state, history, message, country } = await show(police, id)
  assert.deepEqual([state, country], ['sent', 'BR'])
  assert.deepEqual(
    history.map((step) => step.state),
    ['draft', 'validated', 'foreign_prepared', 'sent'],
  )
  assert.ok(history.every(({ by, ours }) => by === 'officer of the police' && ours))
  assert.equal(message?.firearm.serial.observed, 'HHW907712')
})

test('what an open request asks is not asked again unawares, by its links or by make and mark', async () => {
  const first = await sent('S2')
  const again = await draft('S2')
  await complete(again)
  const { duplicates } = await show(police, again)
  assert.deepEqual(
    duplicates.map(({ id, ground }) => [id, ground]),
    [[first, 'same_firearm']],
  )
  assert.equal(await failureOf(send(again)), 'trace_duplicate')
  await send(again, { despiteDuplicates: 'the first went to the wrong desk' })
})

test('two officers at once: of two edits one stands, and of two sendings of the same one leaves', async () => {
  const [one, other] = [await draft('S3'), await draft('S3')]
  const { form, version } = await show(police, one)
  const edit = (account: string) =>
    failureOf(act(account, (context) => editTrace(context, { trace: one, version, form: completed(form), to: {} })))
  assert.deepEqual((await Promise.all([edit(police), edit(colleague)])).sort(), ['done', 'trace_outdated'])
  await complete(other, colleague)
  const sendings = [failureOf(send(one)), failureOf(send(other, {}, colleague))]
  assert.deepEqual((await Promise.all(sendings)).sort(), ['done', 'trace_duplicate'])
})

test('a request and all of its parts are of the agency that asks, and of nobody else', async () => {
  const id = await draft('C1')
  assert.equal(await failureOf(show(customs, id)), 'not_found')
  assert.equal(await failureOf(send(id, {}, customs)), 'not_found')
  const { traces } = await act(customs, (context) => listTraces(context, { after: 0, limit: 50 }))
  assert.deepEqual(traces, [])
})

test('the text of law that fits a recovery is proposed and stands in the request once the officer says so; each agency keeps its own', async () => {
  const stewards = {
    police: await personOf(database, 'Police of XA', 'steward of the police', ['data_steward']),
    customs: await personOf(database, 'Customs of XA', 'steward of customs', ['data_steward']),
  }
  const text = (of: 'agency' | 'state', more: object = {}) => ({
    ...{ id: randomUUID(), of, ground: 'administrative' as const, language: 'en', provision: `Finds Act (${of})` },
    ...{ validFrom: '2020-01-01', validTo: null, removed: false },
    ...more,
  })
  const save = (account: string, said: ReturnType<typeof text>) =>
    failureOf(act(account, (context) => saveLawText(context, said)))
  const [own, common, over] = [text('agency'), text('state'), text('agency', { validTo: '2021-01-01' })]
  assert.equal(await save(colleague, own), 'role_needed')
  for (const said of [own, common, over]) assert.equal(await save(stewards.police, said), 'done')
  assert.equal(await save(stewards.customs, text('agency', { provision: 'Customs Code' })), 'done')
  assert.equal(await save(stewards.customs, { ...own, provision: 'changed' }), 'not_found')
  assert.equal(await save(stewards.police, text('state', { validTo: '2019-01-01' })), 'value_not_listed')
  const id = await draft('F3')
  const before = await show(police, id)
  assert.equal(before.form.legalJustification, null, 'nothing is put in silently')
  const laws = before.proposed.filter(({ need }) => need === 'legal_justification')
  assert.deepEqual(
    laws.map(({ put, because, law }) => [put, because, law?.agency]),
    [
      ['Finds Act (agency)', 'found', 'Police of XA'],
      ['Finds Act (state)', 'found', null],
    ],
  )
  const adopt = (proposals: string[], version = before.version) =>
    failureOf(act(police, (context) => adoptProposals(context, { trace: id, version, proposals })))
  assert.equal(await adopt([`law.${over.id}`]), 'value_not_listed')
  assert.equal(await adopt([laws[0]!.id], before.version + 1), 'trace_outdated')
  assert.equal(await adopt([laws[0]!.id]), 'done')
  const after = await show(police, id)
  assert.deepEqual([after.form.legalJustification, after.version], ['Finds Act (agency)', before.version + 1])
  assert.equal(after.versions.at(-1)?.by, 'officer of the police')
  assert.equal(await save(stewards.police, { ...common, removed: true }), 'done')
  assert.ok(!(await show(police, id)).proposed.some(({ id: of }) => of === `law.${common.id}`))
})
