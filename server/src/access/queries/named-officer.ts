import type { Context } from '../context.ts'

/**
 * The account of the officer whom an agency named for matches with its silent sources. Null where none is named, and
 * where the one who is was disabled or works for it no more: a match must not wait for somebody who is gone.
 */
export async function namedOfficer({ query }: Context, agency: string): Promise<string | null> {
  const found = await query
    .selectFrom('agency')
    .innerJoin('account', (join) =>
      join.onRef('account.id', '=', 'agency.deconfliction_account_id').onRef('account.agency_id', '=', 'agency.id'),
    )
    .select('account.id')
    .where('agency.id', '=', agency)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst()
  return found?.id ?? null
}
