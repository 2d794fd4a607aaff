import type { acknowledgedMessages, heldMessages } from '@proofmark/contract/schemas/reconciliation'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'

const PAGE = 500

const nextOf = (rows: readonly { readonly number: string }[]): string | null =>
  rows.length < PAGE ? null : (rows.at(-1)?.number ?? null)

/** The partner's own messages that we received since a moment and gave receipts for. */
export async function heldFrom(
  { query }: Context,
  partner: string,
  after: string,
  since: Date,
): Promise<z.infer<typeof heldMessages>> {
  const rows = await query
    .selectFrom('inbox_message')
    .select(['id', 'number', 'sha256', 'kind', 'about', 'sent_at', 'receipt'])
    .where('partner', '=', partner)
    .where('number', '>', after)
    .where('received_at', '>=', since)
    .where('receipt', 'is not', null)
    .orderBy('number')
    .limit(PAGE)
    .execute()
  const messages = rows.map(({ id, sha256, kind, about, sent_at, receipt }) => ({
    message: id,
    hash: sha256.toString('hex'),
    kind,
    about,
    sentAt: sent_at.toISOString(),
    receipt: receipt ?? '',
  }))
  return { messages, next: nextOf(rows) }
}

/** The exact bytes of one of them; null where it is not held. */
export async function bodyFrom(
  { query }: Context,
  partner: string,
  message: string,
  since: Date,
): Promise<Buffer | null> {
  const found = await query
    .selectFrom('inbox_message')
    .select('body')
    .where('partner', '=', partner)
    .where('id', '=', message)
    .where('received_at', '>=', since)
    .where('receipt', 'is not', null)
    .executeTakeFirst()
  return found?.body ?? null
}

/** Our messages for which the partner gave a receipt since a moment. */
export async function acknowledgedBy(
  { query }: Context,
  partner: string,
  after: string,
  since: Date,
): Promise<z.infer<typeof acknowledgedMessages>> {
  const rows = await query
    .selectFrom('outbox_message')
    .select(['id', 'number', 'sha256'])
    .where('partner', '=', partner)
    .where('number', '>', after)
    .where('state', '=', 'acknowledged')
    .where('acknowledged_at', '>=', since)
    .orderBy('number')
    .limit(PAGE)
    .execute()
  return { messages: rows.map(({ id, sha256 }) => ({ message: id, hash: sha256.toString('hex') })), next: nextOf(rows) }
}
