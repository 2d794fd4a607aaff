import type { Context } from '../../access/context.ts'

const DAY_MS = 24 * 3_600_000

/** Did the partner send as many messages in the last day as the agreement allows? Null: it bounds them not. */
export async function isOverQuota({ query, now }: Context, partner: string, most: number | null): Promise<boolean> {
  if (most === null) return false
  const { count } = await query
    .selectFrom('inbox_message')
    .select((the) => the.fn.countAll<string>().as('count'))
    .where('partner', '=', partner)
    .where('received_at', '>', new Date(now.getTime() - DAY_MS))
    .executeTakeFirstOrThrow()
  return Number(count) >= most
}
