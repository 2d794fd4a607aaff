import type { AgencyDesk } from '@proofmark/contract/schemas/agency'
import type { Context } from '../context.ts'

/** The agencies beside the reader's own, each with the desk to turn to, by name. */
export async function listAgencies({ query, reader }: Context): Promise<AgencyDesk[]> {
  const agencies = await query.selectFrom('agency').select(['id', 'name', 'desk']).orderBy('name').execute()
  return agencies.filter(({ id }) => id !== reader.agency?.id)
}
