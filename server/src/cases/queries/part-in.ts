import type { Context } from '../../access/context.ts'

export type CompartmentPart = 'lead' | 'member' | 'reader' | 'none'

/** What part the reader has in a compartment at this moment. Membership is no secret of the reader’s own. */
export async function partIn({ query, reader, now }: Context, compartment: string): Promise<CompartmentPart> {
  const last = await query
    .selectFrom('compartment_member')
    .select(['part', 'until'])
    .where('compartment_id', '=', compartment)
    .where('account_id', '=', reader.account)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return !last || (last.until !== null && last.until <= now) ? 'none' : last.part
}
