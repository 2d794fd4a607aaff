import type { RequestMakers } from './asked.ts'
import { recordIn } from './twin.ts'

const hidden = recordIn('Customs', 'covert', 'HC-2')

/** Partners, what waits for them and came from them, grants and corrections. */
export const requestsOfExchange = {
  partnerList: () => [{}],
  partnerAdd: () => [{ body: { form: 'proofmark-partner-1' } }],
  partnerState: () => [{ body: { partner: 'XZ', state: 'ended' } }],
  certificateRevoke: () => [{ body: { partner: 'XZ', fingerprint: '0'.repeat(64) } }],
  outboxList: () => [{ body: {} }, { body: { state: 'dead', limit: 200 } }],
  outboxAct: () => [
    { body: { message: hidden, act: 'retry' } },
    { body: { message: hidden, act: 'give_up', why: 'asked by telephone' } },
  ],
  inboxList: () => [{ body: {} }, { body: { partner: 'XZ' } }],
  inboxRetry: () => [{ body: { partner: 'XZ', message: hidden } }],
  grantList: () => [{}],
  grantGive: () => [
    { body: { partner: 'XZ', dataClass: 'traces', subject: hidden, expires: '2099-01-01T00:00:00.000Z' } },
  ],
  grantRevoke: () => [{ body: { grant: hidden } }],
  correctionSend: () => [{ body: { subject: hidden, said: 'It was another firearm.', erase: false } }],
} as const satisfies Partial<RequestMakers>
