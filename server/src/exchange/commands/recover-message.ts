import type { Context } from '../../access/context.ts'
import { hashOf } from '../rules/message.ts'
import { recordDelivery } from './record-delivery.ts'

export interface Recovered {
  readonly partner: string
  readonly message: string
  readonly kind: string
  readonly about: string | null
  readonly body: Buffer
  readonly sentAt: Date
  readonly receipt: string
}

/** Puts back a message of ours that was sent after the backup that we were restored from: its partner still had it. */
export async function recoverMessage(context: Context, recovered: Recovered): Promise<void> {
  const { query, now, reader } = context
  const { partner, message, kind, about, body, sentAt, receipt } = recovered
  const sha256 = hashOf(body)
  await query
    .insertInto('outbox_message')
    .values({
      id: message,
      partner,
      kind,
      about,
      body,
      sha256,
      state: 'acknowledged',
      next_attempt_at: now,
      last_reason: 'recovered',
      receipt,
      created_by: reader.account,
      created_at: sentAt,
      acknowledged_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  await recordDelivery(context, {
    partner,
    direction: 'out',
    message,
    kind,
    hash: sha256,
    reason: 'recovered',
    at: now,
  })
}
