import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../access/context.ts'

/** A message that is about to be sent. */
export interface Claimed {
  readonly id: string
  readonly partner: string
  readonly kind: string
  readonly about: string | null
  readonly body: Buffer
  readonly sha256: Buffer
  readonly attempts: number
}

/** An attempt that is not settled by then was cut off with its process, and the message is due again. */
const LEASE_MS = 3 * 60_000

/**
 * What may be sent to a partner at a moment: it has waited long enough; where something about the same matter was to go
 * before it, that was received or given up; the partner was asked what it has since the last restore. To a partner with
 * whom nothing is exchanged any more goes what is owed to it.
 */
const due = (now: Date): RawBuilder<boolean> => sql`o.state = 'waiting' AND o.next_attempt_at <= ${now}
  AND (p.state = 'active' OR o.kind IN ('correction', 'revocation')) AND p.reconciled
  AND (o.about IS NULL OR NOT EXISTS (
    SELECT FROM outbox_message e WHERE e.partner = o.partner AND e.about = o.about AND e.number < o.number
      AND e.state IN ('waiting', 'dead')))`

/** Short names of the partners to whom something is due and who can be reached over a connection. */
export async function partnersDue({ query, now }: Context): Promise<string[]> {
  const { rows } = await sql<{ partner: string }>`
    SELECT p.short AS partner FROM partner p
    WHERE p.endpoint IS NOT NULL AND EXISTS (SELECT FROM outbox_message o WHERE o.partner = p.short AND ${due(now)})
    ORDER BY p.short`.execute(query)
  return rows.map(({ partner }) => partner)
}

/** Takes up to `most` messages that are due to a partner, in their order. Nobody else gets them until the lease ends. */
export async function claimOutbox({ query, now }: Context, partner: string, most: number): Promise<Claimed[]> {
  const { rows } = await sql<Claimed & { number: string }>`
    WITH due AS MATERIALIZED (
      SELECT o.id FROM outbox_message o JOIN partner p ON p.short = o.partner
      WHERE o.partner = ${partner} AND ${due(now)}
      ORDER BY o.number LIMIT ${most} FOR UPDATE OF o SKIP LOCKED
    )
    UPDATE outbox_message o SET attempts = attempts + 1, next_attempt_at = ${new Date(now.getTime() + LEASE_MS)}
    FROM due WHERE o.id = due.id
    RETURNING o.id, o.number, o.partner, o.kind, o.about, o.body, o.sha256, o.attempts`.execute(query)
  return rows.sort((one, other) => (BigInt(one.number) < BigInt(other.number) ? -1 : 1))
}
