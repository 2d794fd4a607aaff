import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TRACE_FORM, traceReplyMessage } from '@proofmark/contract/schemas/trace-message'
import { countriesOf } from '../countries.ts'
import { lacksOf, type Reply, replyDraftOf, replyOf } from './reply-draft.ts'

const countries = countriesOf('en')
const REPLY: Reply = {
  replier: {
    country: 'XB',
    contact: { agency: 'Arms registry of XB', unit: null, email: null, telephone: null, verified: null },
    reference: 'XB-77',
  },
  kind: 'full',
  reason: null,
  reasonText: null,
  outcome: 'to_export',
  chain: [
    {
      place: 1,
      role: 'manufacturer',
      name: 'Vard',
      country: 'IT',
      date: { from: '1998-01-01', to: '1998-12-31' },
      quantity: null,
      document: null,
      evidence: 'production book',
    },
    {
      place: 2,
      role: 'importer',
      name: 'Oster & Sons',
      country: 'XB',
      date: { from: '2002-02-03', to: '2002-02-03' },
      quantity: 12,
      document: { kind: 'import licence', number: '881' },
      evidence: null,
    },
  ],
  lastLawfulHolder: null,
  diversion: { kind: 'theft-dealer', window: { from: '2005-01-01', to: null }, place: 'Harn', basis: null },
  next: { country: 'XC', importer: null, role: 'last_import' },
  handling: {
    scheme: 'europol',
    sourceGrade: 'A',
    informationGrade: '1',
    codes: ['H1'],
    conditions: null,
    originator: 'XB',
    expires: null,
  },
  courtUse: { permitted: false, on: null, by: null },
}

test('a reply that is opened and taken in without a word says what it said, in the published form', () => {
  assert.deepEqual(replyOf(replyDraftOf(REPLY, countries), countries), REPLY)
  const id = '0190a0b0-1111-7111-8111-0123456789ab'
  const head = { form: TRACE_FORM, what: 'trace-reply', id, request: id, repliedAt: '2026-05-01T10:00:00.000Z' }
  assert.ok(traceReplyMessage.safeParse({ ...head, ...REPLY }).success)
})

test('a refusal says why and hands out no chain', () => {
  const draft = { ...replyDraftOf(REPLY, countries), kind: 'refused' as const }
  assert.deepEqual(lacksOf(draft, countries), ['reason'])
  assert.equal(replyOf(draft, countries), null)
  const refused = replyOf({ ...draft, reason: 'confidentiality_law' }, countries)
  assert.equal(refused?.reason, 'confidentiality_law')
  assert.deepEqual(refused?.chain, [])
})
