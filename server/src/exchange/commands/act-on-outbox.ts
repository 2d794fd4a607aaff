import { ProofmarkError } from '@proofmark/contract/errors'
import type { OutboxState } from '@proofmark/contract/exchange-words'
import type { Context } from '../../access/context.ts'
import { needExchanger } from '../policy/partner.ts'
import { recordDelivery } from './record-delivery.ts'

interface Found {
  readonly partner: string
  readonly kind: string
  readonly sha256: Buffer
}

async function change(
  { query, now }: Context,
  message: string,
  from: readonly OutboxState[],
  to: 'waiting' | 'given_up',
): Promise<Found> {
  const found = await query
    .selectFrom('outbox_message')
    .select(['partner', 'kind', 'sha256', 'state'])
    .where('id', '=', message)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new ProofmarkError('not_found', { what: 'message' })
  if (!from.includes(found.state)) throw new ProofmarkError('message_settled', { message, state: found.state })
  await query
    .updateTable('outbox_message')
    .set(
      to === 'waiting'
        ? { state: to, attempts: 0, next_attempt_at: now }
        : { state: to, last_reason: 'given_up' as const },
    )
    .where('id', '=', message)
    .execute()
  return found
}

/** A person sends a message again, now: one that is dead, or waits. Throws `role_needed`, `not_found`, `message_settled`. */
export async function retryMessage(context: Context, { message }: { readonly message: string }): Promise<void> {
  needExchanger(context.reader)
  const { partner, kind, sha256 } = await change(context, message, ['dead', 'waiting', 'given_up'], 'waiting')
  await recordDelivery(context, {
    partner,
    direction: 'out',
    message,
    kind,
    hash: sha256,
    reason: 'sent_again',
    account: context.reader.account,
    at: context.now,
  })
  await context.audit({ action: 'message.retried', subjects: [message], body: { partner } })
}

export interface GivenUp {
  readonly message: string
  readonly why: string
}

/**
 * A person gives a message up, and says why: what waits for it about the same matter may go. It may have been received all
 * the same. Throws `role_needed`, `not_found`, `message_settled`.
 */
export async function giveUpMessage(context: Context, { message, why }: GivenUp): Promise<void> {
  needExchanger(context.reader)
  const { partner, kind, sha256 } = await change(context, message, ['dead', 'waiting'], 'given_up')
  await recordDelivery(context, {
    partner,
    direction: 'out',
    message,
    kind,
    hash: sha256,
    reason: 'given_up',
    account: context.reader.account,
    at: context.now,
  })
  await context.audit({ action: 'message.given_up', subjects: [message], body: { partner, note: why } })
}
