import { DELIVERY_REASONS } from '@proofmark/contract/exchange-words'
import type { MessageKind } from '@proofmark/contract/message-kinds'
import type { Say } from '@proofmark/contract/messages'
import type { DeliveryItem, InboxItem, OutboxItem } from '@proofmark/contract/schemas/partner'
import type { InboxRow, OutboxRow } from '../queries/boxes.ts'
import type { DeliveryRow } from '../queries/deliveries.ts'

/** A reason in words: `effect_failed:<code>` says what the error table says of the code. */
function wordsFor(reason: string | null, say: Say): string | null {
  if (reason === null) return null
  const [word, code] = reason.split(':')
  if (code !== undefined) return say('exchange.reason.effect_failed_by', { code })
  return DELIVERY_REASONS.some((each) => each === word) ? say(`exchange.reason.${word}`) : null
}

/** A message in the outbox: what became of it, and nothing of what it says. */
export function presentOutbox(row: OutboxRow, say: Say): OutboxItem {
  const settled = row.state !== 'waiting'
  return {
    message: row.id,
    partner: row.partner,
    kind: row.kind as MessageKind,
    about: row.about,
    hash: row.sha256.toString('hex'),
    bytes: row.bytes,
    state: row.state,
    attempts: row.attempts,
    nextAttemptAt: settled ? null : row.next_attempt_at.toISOString(),
    reason: row.last_reason,
    why: wordsFor(row.last_reason, say),
    createdAt: row.created_at.toISOString(),
    acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
    receipt: row.receipt,
  }
}

/** A message in the inbox, likewise. */
export function presentInbox(row: InboxRow, say: Say): InboxItem {
  return {
    message: row.id,
    partner: row.partner,
    kind: row.kind,
    about: row.about,
    hash: row.sha256.toString('hex'),
    bytes: row.bytes,
    state: row.state,
    reason: row.reason,
    why: wordsFor(row.reason, say),
    attempts: row.attempts,
    sentAt: row.sent_at.toISOString(),
    receivedAt: row.received_at.toISOString(),
    takenAt: row.taken_at?.toISOString() ?? null,
    receipt: row.receipt,
  }
}

/** What became of a message at one attempt, with the reason in words. */
export const presentDelivery = ({ at, ...row }: DeliveryRow, say: Say): DeliveryItem => ({
  ...row,
  why: wordsFor(row.reason, say),
  at: at.toISOString(),
})

/** What `before` takes to go on after these; null where they were the last. */
export const nextBefore = (rows: readonly { readonly number: string }[], limit: number): string | null =>
  rows.length < limit ? null : (rows.at(-1)?.number ?? null)
