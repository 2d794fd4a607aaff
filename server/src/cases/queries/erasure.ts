import { ProofmarkError } from '@proofmark/contract/errors'
import type { ErasureReason } from '@proofmark/contract/thing-words'
import type { Context } from '../../access/context.ts'

/** On what ground what was known of the thing was erased: words go under it. Throws `thing_not_erased`. */
export async function erasureOf({ query }: Context, thing: string): Promise<ErasureReason> {
  const found = await query
    .selectFrom('thing_erasure')
    .select('reason')
    .where('thing_id', '=', thing)
    .executeTakeFirst()
  if (!found) throw new ProofmarkError('thing_not_erased', { thing })
  return found.reason
}
