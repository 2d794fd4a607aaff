import { STEWARDS } from '@proofmark/contract/route'
import type { TraceTerms } from '@proofmark/contract/schemas/trace-book'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'

/** Saves deadlines and calendar of whoever has no agreement between nodes; what stood before stays. Throws `role_needed`. */
export async function saveTerms({ query, reader, audit }: Context, terms: TraceTerms): Promise<Date> {
  needRole(reader, STEWARDS)
  const { partner } = terms
  const { at } = await query
    .insertInto('trace_terms')
    .values({ partner, terms: JSON.stringify(terms), saved_by: reader.account })
    .returning('saved_at as at')
    .executeTakeFirstOrThrow()
  await audit({ action: 'trace.terms_saved', body: { partner } })
  return at
}
