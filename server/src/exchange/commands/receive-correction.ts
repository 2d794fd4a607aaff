import { correctionMessage } from '@proofmark/contract/schemas/exchange-message'
import type { Context } from '../../access/context.ts'
import type { Received } from './received.ts'

/**
 * Notes which of a partner's messages its correction is about: whoever rests on one of them is led to it (Directive (EU)
 * 2016/680, article 7(3)). What to do about it is for people to decide.
 */
export async function receiveCorrection(
  { query, now, audit }: Context,
  { partner, message, body }: Received,
): Promise<void> {
  const { messages, erase } = correctionMessage.parse(body)
  const corrected = [...new Set(messages)]
  await query
    .insertInto('received_correction')
    .values(corrected.map((each) => ({ partner, message, corrected: each, erase, received_at: now })))
    .execute()
  await audit({ action: 'correction.received', subjects: [message], body: { partner, erase } })
}
