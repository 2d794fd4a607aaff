import type { DeliveryReason, LinkFailure, PeerRefusal } from '@proofmark/contract/exchange-words'
import type { Context } from '../../access/context.ts'
import { nextAttempt } from '../rules/retry.ts'
import type { Claimed } from './claim-outbox.ts'
import { recordDelivery } from './record-delivery.ts'

type Sent = Pick<Claimed, 'id' | 'partner' | 'kind' | 'sha256'>

/** The partner's receipt is here. Answers false where the message had one already. */
export async function acknowledge(
  context: Context,
  { id, partner, kind, sha256 }: Sent,
  receipt: string,
  reason: DeliveryReason = 'delivered',
): Promise<boolean> {
  const { query, now } = context
  const settled = await query
    .updateTable('outbox_message')
    .set({ state: 'acknowledged', receipt, acknowledged_at: now, last_reason: reason })
    .where('id', '=', id)
    .where('state', '!=', 'acknowledged')
    .returning('id')
    .executeTakeFirst()
  if (!settled) return false
  await recordDelivery(context, { partner, direction: 'out', message: id, kind, hash: sha256, reason, at: now })
  return true
}

/** An attempt came to nothing: it waits for the next, or for a person. `chance` as `nextAttempt` takes it. */
export async function postpone(
  context: Context,
  { id, partner, kind, sha256, attempts }: Claimed,
  reason: PeerRefusal | LinkFailure,
  chance: number,
): Promise<void> {
  const { query, now } = context
  const next = nextAttempt(reason, attempts, now, chance)
  await query
    .updateTable('outbox_message')
    .set(next ? { next_attempt_at: next, last_reason: reason } : { state: 'dead', last_reason: reason })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
  await recordDelivery(context, { partner, direction: 'out', message: id, kind, hash: sha256, reason, at: now })
}
