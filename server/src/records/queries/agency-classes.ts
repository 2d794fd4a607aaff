import type { Context } from '../../access/context.ts'

/**
 * The visibility classes of an agency's own records, as far as the reader may see them. A record of another agency that
 * was released to the reader is in none of them.
 */
export async function agencyClasses({ query, reader }: Context, agency: string): Promise<number[]> {
  const own = await query
    .selectFrom('visibility')
    .select('id')
    .where('agency_id', '=', agency)
    .where('compartment_id', 'is', null)
    .execute()
  return own.map(({ id }) => id).filter((id) => reader.classes.includes(id))
}
