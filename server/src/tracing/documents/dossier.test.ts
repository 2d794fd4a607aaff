import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Audience, AudienceKind } from '@proofmark/domain/may-leave'
import { type Dossier, partsOf, whatLeaves } from './dossier.ts'
import { aNextRequest, aReply, aRequest } from './messages.fixture.ts'
import { traceDocument } from './trace-document.ts'

const to = (kind: AudienceKind): Audience => ({ kind, on: '2026-12-01' })
const ours = aRequest()
const theirs = aReply()
const coded = (codes: string[]) => aReply({ handling: { ...theirs.handling, codes, conditions: null } })
const forbids =
  (reason: string, originator = theirs.handling.originator) =>
  (failure: unknown) =>
    failure instanceof ProofmarkError &&
    failure.code === 'handling_forbids' &&
    failure.parameters.reason === reason &&
    failure.parameters.originator === originator

test('a reply reaches those whom it was addressed to, and stays from others by its codes, with the reason and whom to ask', async () => {
  const dossier: Dossier = { request: ours, reply: coded(['H2']), earlier: [] }
  assert.equal(whatLeaves(dossier, to('addressee')).reply, dossier.reply)
  for (const form of ['pdf', '3312', 'iarms', 'json'] as const)
    await assert.rejects(
      traceDocument(dossier, { form, language: 'en', audience: to('onward') }),
      forbids('dissemination_needs_permission'),
    )
  assert.throws(() => whatLeaves(dossier, to('statistics')), forbids('figures_only'))
  const permitted: Audience = { ...to('onward'), permission: { until: '2026-12-31' } }
  assert.equal(whatLeaves(dossier, permitted).reply, dossier.reply)
})

test('what a partner replied enters no court file until that partner permits it, however free its code', () => {
  const free: Dossier = { request: ours, reply: coded(['H0']), earlier: [] }
  assert.throws(() => whatLeaves(free, to('court')), forbids('court_needs_permission'))
  const permitted = { ...coded(['H0', 'H1']), courtUse: { permitted: true, on: '2026-11-30', by: 'XB prosecutor' } }
  assert.equal(whatLeaves({ ...free, reply: permitted }, to('court')).reply, permitted)
})

test('the permission for a reply does not make its request free', () => {
  const request = aRequest({ handling: { ...ours.handling, codes: ['H1'] } })
  const reply = { ...coded(['H0']), courtUse: { permitted: true, on: '2026-11-30', by: 'XB prosecutor' } }
  assert.throws(
    () => whatLeaves({ request, reply, earlier: [] }, to('court')),
    forbids('court_needs_permission', ours.handling.originator),
  )
})

test('the next state learns of earlier answers what their originators let be passed on; our own file holds all of them', () => {
  const earlier = [{ request: ours, replies: [coded(['H0']), coded(['H2'])] }]
  const dossier: Dossier = { request: aNextRequest(), reply: null, earlier }
  const [told] = whatLeaves(dossier, to('addressee')).earlier
  assert.deepEqual(told, {
    request: ours,
    replies: [coded(['H0']), { withheld: 'dissemination_needs_permission' }],
  })
  assert.deepEqual(whatLeaves(dossier, to('originator')).earlier, earlier)
  const foreign = aRequest({ handling: { ...ours.handling, originator: 'XE', codes: ['H3'] } })
  assert.deepEqual(whatLeaves({ ...dossier, earlier: [{ request: foreign, replies: [] }] }, to('addressee')).earlier, [
    { withheld: 'conditions_need_permission' },
  ])
})

test('whoever calls themselves by our name is not us', () => {
  const { originator } = ours.handling
  const posing = aReply({ handling: { ...theirs.handling, codes: ['H2'], originator } })
  const dossier: Dossier = { request: aNextRequest(), reply: null, earlier: [{ request: ours, replies: [posing] }] }
  assert.deepEqual(whatLeaves(dossier, to('addressee')).earlier, [
    { request: ours, replies: [{ withheld: 'conditions_need_permission' }] },
  ])
})

test('each part is listed with its codes and whether they let it leave', () => {
  const dossier: Dossier = { request: ours, reply: coded(['H0', 'H1']), earlier: [] }
  assert.deepEqual(
    partsOf(dossier, to('court')).map(({ what, handling, leave }) => [what, handling.codes, leave.decision]),
    [
      ['trace-reply', ['H0', 'H1'], 'refused'],
      ['trace-request', ['H0'], 'allowed'],
    ],
  )
})
