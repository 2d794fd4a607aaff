import type { Context } from '../../access/context.ts'

/** ISO 3166-1 alpha-2 of the state that an agency serves; null where neither it nor the installation says. */
export async function ownCountry({ query }: Context, agency: string): Promise<string | null> {
  const own = await query.selectFrom('agency').select('country').where('id', '=', agency).executeTakeFirst()
  if (own?.country) return own.country
  const installation = await query.selectFrom('installation').select('country').executeTakeFirst()
  return installation?.country ?? null
}
