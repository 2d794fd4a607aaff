import { termsOfTest } from '../nodes.ts'
import type { RequestMakers } from './asked.ts'
import { recordIn } from './twin.ts'

const hidden = recordIn('Customs', 'covert', 'HC-2')

const fingerprintOf = (digit: string) => digit.repeat(64)
const pinned = (letter: string) => [{ key: letter.repeat(43), from: null, to: null }]
/** A partner of which nobody has the keys. */
const partner = {
  form: 'proofmark-partner-1',
  name: 'Focal point of XZ',
  country: 'XZ',
  endpoint: null,
  contacts: [],
  identity: {
    form: 'proofmark-identity-1',
    node: 'XZ',
    certificates: [fingerprintOf('1'), fingerprintOf('2')],
    messageKeys: pinned('A'),
    envelopeKeys: pinned('E'),
  },
  agreement: termsOfTest,
}

/** Partners, what waits for them and came from them, grants and corrections. */
export const requestsOfExchange = {
  partnerList: () => [{}],
  partnerAdd: () => [{ body: { form: 'proofmark-partner-1' } }, { body: partner }],
  partnerRestore: () => [{ body: { partner: 'XB', approved: true, why: 'reached by telephone' } }],
  partnerState: () => [{ body: { partner: 'XY', state: 'ended' } }, { body: { partner: 'XZ', state: 'active' } }],
  certificateRevoke: () => [
    { body: { partner: 'XZ', fingerprint: fingerprintOf('0') } },
    { body: { partner: 'XZ', fingerprint: fingerprintOf('1') } },
  ],
  partnerShow: () => [{ body: { partner: 'XZ' } }],
  outboxList: () => [{ body: {} }, { body: { state: 'dead', limit: 200 } }],
  outboxAct: () => [
    { body: { message: hidden, act: 'retry' } },
    { body: { message: hidden, act: 'give_up', why: 'asked by telephone' } },
  ],
  inboxList: () => [{ body: {} }, { body: { partner: 'XZ' } }],
  inboxRetry: () => [{ body: { partner: 'XZ', message: hidden } }],
  messageHistory: () => [{ body: { direction: 'in', partner: 'XZ', message: hidden } }],
  outboxTakeOut: () => [{ body: { partner: 'XZ' } }],
  inboxTakeIn: () => [{ file: 'no envelope' }],
  grantList: () => [{}],
  grantGive: () => [
    { body: { partner: 'XZ', dataClass: 'traces', subject: hidden, expires: '2099-01-01T00:00:00.000Z' } },
  ],
  grantRevoke: () => [{ body: { grant: hidden } }],
  correctionSend: () => [{ body: { subject: hidden, said: 'It was another firearm.', erase: false } }],
  correctionList: () => [{}],
  correctionSettle: () => [
    { body: { trace: hidden, partner: 'XZ', message: hidden, act: 'kept', note: 'Nothing rests on it.' } },
  ],
  keyChangeList: () => [{}],
  keyChangeDecide: () => [{ body: { partner: 'XZ', message: hidden, verdict: 'taken' } }],
  ledgerSend: () => [{ body: {} }, { body: { partner: 'XY' } }],
} as const satisfies Partial<RequestMakers>
