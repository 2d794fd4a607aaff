import type { InboxState, OutboxState } from '@proofmark/contract/exchange-words'
import type { MessageKind } from '@proofmark/contract/message-kinds'
import { type RawBuilder, sql } from 'kysely'
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

/** What both boxes are searched by. */
function wantedIn({ partner, kind, state, before }: Wanted<OutboxState | InboxState>): RawBuilder<boolean> {
  const asked = [
    ...(partner === undefined ? [] : [sql<boolean>`partner = ${partner}`]),
    ...(kind === undefined ? [] : [sql<boolean>`kind = ${kind}`]),
    ...(state === undefined ? [] : [sql<boolean>`state = ${state}`]),
    ...(before === undefined ? [] : [sql<boolean>`number < ${before}`]),
  ]
  return asked.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(asked, sql` AND `)}`
}

const bytesOfBody = sql<number>`length(body)`.as('bytes')

/** Messages to partners, the last first, without what they say. Throws `role_needed`. */
export async function listOutbox({ query, reader }: Context, wanted: Wanted<OutboxState>) {
  needExchangeReader(reader)
  return query
    .selectFrom('outbox_message')
    .select(['id', 'number', 'partner', 'kind', 'about', 'sha256', bytesOfBody, 'state', 'attempts'])
    .select(['next_attempt_at', 'last_reason', 'receipt', 'created_at', 'acknowledged_at'])
    .where(wantedIn(wanted))
    .orderBy('number', 'desc')
    .limit(wanted.limit)
    .execute()
}
export type OutboxRow = Awaited<ReturnType<typeof listOutbox>>[number]

/** Messages from partners, the last first, without what they say. Throws `role_needed`. */
export async function listInbox({ query, reader }: Context, wanted: Wanted<InboxState>) {
  needExchangeReader(reader)
  return query
    .selectFrom('inbox_message')
    .select(['id', 'number', 'partner', 'kind', 'about', 'sha256', bytesOfBody, 'state', 'reason', 'attempts'])
    .select(['sent_at', 'received_at', 'taken_at', 'receipt'])
    .where(wantedIn(wanted))
    .orderBy('number', 'desc')
    .limit(wanted.limit)
    .execute()
}
export type InboxRow = Awaited<ReturnType<typeof listInbox>>[number]
