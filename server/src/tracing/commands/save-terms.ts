import { ProofmarkError } from '@proofmark/contract/errors'
import { STEWARDS } from '@proofmark/contract/route'
import type { TraceTerms } from '@proofmark/contract/schemas/trace-book'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { findPartner } from '../../exchange/queries/find-partner.ts'

/**
 * Saves deadlines and calendar of whoever has no agreement between nodes; what stood before stays. Where an agreement is in
 * force its own count alone, and are changed with it. Throws `role_needed`, `terms_by_agreement`.
 */
export async function saveTerms(context: Context, terms: TraceTerms): Promise<Date> {
  const { query, reader, audit, now } = context
  needRole(reader, STEWARDS)
  const { partner } = terms
  if ((await findPartner(context, partner, now))?.agreement) throw new ProofmarkError('terms_by_agreement', { partner })
  const { at } = await query
    .insertInto('trace_terms')
    .values({ partner, terms: JSON.stringify(terms), saved_by: reader.account })
    .returning('saved_at as at')
    .executeTakeFirstOrThrow()
  await audit({ action: 'trace.terms_saved', body: { partner } })
  return at
}
