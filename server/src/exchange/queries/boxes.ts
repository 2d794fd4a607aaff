import type { InboxState, OutboxState } from '@proofmark/contract/exchange-words'
import type { MessageKind } from '@proofmark/contract/message-kinds'
import { sql } from 'kysely'
import type { Context } from '../../access/context.ts'
import { needExchangeReader } from '../policy/partner.ts'

interface Wanted<State> {
  readonly partner?: string | undefined
  readonly kind?: MessageKind | undefined
  readonly state?: State | undefined
  /** Those before the message of this number. */
  readonly before?: string | undefined
  readonly limit: number
}

const bytesOfBody = sql<number>`length(body)`.as('bytes')

/** Messages to partners, the last first, without what they say. Throws `role_needed`. */
export async function listOutbox(
  { query, reader }: Context,
  { partner, kind, state, before, limit }: Wanted<OutboxState>,
) {
  needExchangeReader(reader)
  let wanted = query
    .selectFrom('outbox_message')
    .select([
      'id',
      'number',
      'partner',
      'kind',
      'about',
      'sha256',
      bytesOfBody,
      'state',
      'attempts',
      'next_attempt_at',
      'last_reason',
      'receipt',
      'created_at',
      'acknowledged_at',
    ])
  if (partner !== undefined) wanted = wanted.where('partner', '=', partner)
  if (kind !== undefined) wanted = wanted.where('kind', '=', kind)
  if (state !== undefined) wanted = wanted.where('state', '=', state)
  if (before !== undefined) wanted = wanted.where('number', '<', before)
  return wanted.orderBy('number', 'desc').limit(limit).execute()
}
export type OutboxRow = Awaited<ReturnType<typeof listOutbox>>[number]

/** Messages from partners, the last first, without what they say. Throws `role_needed`. */
export async function listInbox(
  { query, reader }: Context,
  { partner, kind, state, before, limit }: Wanted<InboxState>,
) {
  needExchangeReader(reader)
  let wanted = query
    .selectFrom('inbox_message')
    .select([
      'id',
      'number',
      'partner',
      'kind',
      'about',
      'sha256',
      bytesOfBody,
      'state',
      'reason',
      'attempts',
      'sent_at',
      'received_at',
      'taken_at',
      'receipt',
    ])
  if (partner !== undefined) wanted = wanted.where('partner', '=', partner)
  if (kind !== undefined) wanted = wanted.where('kind', '=', kind)
  if (state !== undefined) wanted = wanted.where('state', '=', state)
  if (before !== undefined) wanted = wanted.where('number', '<', before)
  return wanted.orderBy('number', 'desc').limit(limit).execute()
}
export type InboxRow = Awaited<ReturnType<typeof listInbox>>[number]
