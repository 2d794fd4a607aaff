import type { Context } from '../../access/context.ts'
import { recordDelivery } from './record-delivery.ts'
import type { InboxKey } from './take-message.ts'

/** Notes that the effect of a message failed: it stays as it came, and a person may try again. */
export async function failMessage(context: Context, { partner, message }: InboxKey, reason: string): Promise<void> {
  const { query, now } = context
  const failed = await query
    .updateTable('inbox_message')
    .set((the) => ({ state: 'failed', reason, attempts: the('attempts', '+', 1) }))
    .where('partner', '=', partner)
    .where('id', '=', message)
    .where('state', 'in', ['stored', 'failed'])
    .returning(['kind', 'sha256'])
    .executeTakeFirst()
  if (!failed) return
  await recordDelivery(context, {
    partner,
    direction: 'in',
    message,
    kind: failed.kind,
    hash: failed.sha256,
    reason: reason === 'not_carried' ? reason : 'effect_failed',
    at: now,
  })
}
