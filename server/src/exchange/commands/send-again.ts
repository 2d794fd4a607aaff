import type { Context } from '../../access/context.ts'
import { recordDelivery } from './record-delivery.ts'

/** A restored partner no longer has these: they wait to be sent once more. Answers how many. */
export async function sendAgain(
  context: Context,
  partner: string,
  messages: readonly string[],
  since: Date,
): Promise<number> {
  if (messages.length === 0) return 0
  const { query, now } = context
  const again = await query
    .updateTable('outbox_message')
    .set({ state: 'waiting', receipt: null, acknowledged_at: null, attempts: 0, next_attempt_at: now })
    .where('partner', '=', partner)
    .where('state', '=', 'acknowledged')
    .where('acknowledged_at', '>=', since)
    .where('id', 'in', [...messages])
    .returning(['id', 'kind', 'sha256'])
    .execute()
  for (const { id, kind, sha256 } of again)
    await recordDelivery(context, {
      partner,
      direction: 'out',
      message: id,
      kind,
      hash: sha256,
      reason: 'sent_again',
      at: now,
    })
  return again.length
}
