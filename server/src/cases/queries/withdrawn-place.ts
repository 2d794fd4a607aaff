import type { Context } from '../../access/context.ts'
import { formerWithdrawnPlace, withdrawnPlace } from '../rules/withdrawn-place.ts'

/**
 * Where an agency keeps what it withdrew from a case: its people in the case read it, and nobody else. What was made under the former
 * identifier stays, where it is indeed this agency's in this case.
 */
export async function placeOfWithdrawn(
  { query, recordSecret }: Context,
  file: string,
  agency: string,
): Promise<string> {
  const former = await query
    .selectFrom('compartment')
    .select('id')
    .where('id', '=', formerWithdrawnPlace(file, agency))
    .where('case_id', '=', file)
    .where('agency_id', '=', agency)
    .executeTakeFirst()
  return former?.id ?? withdrawnPlace(recordSecret, file, agency)
}
