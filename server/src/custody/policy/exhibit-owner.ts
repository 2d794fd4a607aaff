import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import type { Exhibit } from '../queries/exhibit.ts'

/** How an exhibit ends is for the agency that recovered it. Throws `not_your_agency`. */
export async function needOwner({ query, reader }: Context, { agency }: Pick<Exhibit, 'agency'>): Promise<void> {
  if (reader.installer || reader.agency?.id === agency) return
  const { name } = await query.selectFrom('agency').select('name').where('id', '=', agency).executeTakeFirstOrThrow()
  throw new ProofmarkError('not_your_agency', { agency: name })
}
