import { randomUUID } from 'node:crypto'
import type { Context } from '../../access/context.ts'
import { RESTORE_BOUNDS, toldSince } from '../rules/restore-bounds.ts'

interface Standing {
  readonly id: string
  readonly since: Date
  readonly declared_at: Date
  readonly verdict: 'approved' | 'refused' | null
  readonly decided_at: Date | null
  readonly given: number
}

const DAY_MS = 86_400_000

async function lastOf({ query }: Context, partner: string): Promise<Standing | undefined> {
  return query
    .selectFrom('declared_restore')
    .select(['id', 'since', 'declared_at', 'verdict', 'decided_at', 'given'])
    .where('partner', '=', partner)
    .orderBy('declared_at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
}

async function windowOf({ query }: Context, partner: string): Promise<number> {
  const found = await query
    .selectFrom('agreement')
    .select('terms')
    .where('partner', '=', partner)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found?.terms.restoreWindowDays ?? RESTORE_BOUNDS.windowDays
}

/** What a partner may be told as one that was restored: from when on, and under which declaration. Null: nothing now. */
export async function agreedRestore(context: Context, partner: string) {
  const last = await lastOf(context, partner)
  if (last?.verdict !== 'approved' || last.decided_at === null) return null
  const agreed = { since: last.since, declaredAt: last.declared_at, decidedAt: last.decided_at, given: last.given }
  const since = toldSince(agreed, await windowOf(context, partner), context.now)
  return since === null ? null : { id: last.id, since }
}

/**
 * A partner says that it was restored from a backup and lost what was exchanged since. It waits for a person here, once a day at
 * most; answers whether it may go on. Whoever has stolen a partner’s key says the same, so nothing is told before.
 */
export async function declareRestore(
  context: Context,
  partner: string,
  since: Date,
): Promise<'waiting' | 'approved' | 'refused'> {
  const { client, query, now, audit } = context
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`restore of ${partner}`])
  if (await agreedRestore(context, partner)) return 'approved'
  const last = await lastOf(context, partner)
  if (last?.verdict === null) return 'waiting'
  const isRecent = last !== undefined && now.getTime() - last.declared_at.getTime() < DAY_MS
  if (isRecent && last.verdict === 'refused') return 'refused'
  await query.insertInto('declared_restore').values({ id: randomUUID(), partner, since, declared_at: now }).execute()
  await audit({ action: 'partner.restore_declared', body: { partner, from: since.toISOString() } })
  return 'waiting'
}

/** Counts what was given under a declaration. */
export async function countGiven({ query }: Context, id: string, messages: number): Promise<void> {
  if (messages === 0) return
  await query
    .updateTable('declared_restore')
    .set((the) => ({ given: the('given', '+', messages) }))
    .where('id', '=', id)
    .execute()
}
