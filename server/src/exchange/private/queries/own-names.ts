import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../../access/context.ts'
import type { ReaderTransaction } from '../../../store/reader-transaction.ts'

/** The partner that an agency of this installation is to the others of it; null where it is none. */
export async function partnerOfAgency({ query }: ReaderTransaction, agency: string): Promise<string | null> {
  const found = await query
    .selectFrom('partner_agency')
    .select('partner')
    .where('agency_id', '=', agency)
    .executeTakeFirst()
  return found?.partner ?? null
}

/** The agency of this installation that is this partner; null where the partner is another node. */
export async function agencyOfPartner({ query }: ReaderTransaction, partner: string): Promise<string | null> {
  const found = await query
    .selectFrom('partner_agency')
    .select('agency_id')
    .where('partner', '=', partner)
    .executeTakeFirst()
  return found?.agency_id ?? null
}

/**
 * Under which name the reader's side speaks to a partner: the node to another node, the agency to another agency of the
 * same installation. Throws `partner_unknown` where the reader's agency has no such name.
 */
export async function ownName(context: Context, node: string, partner: string): Promise<string> {
  if ((await agencyOfPartner(context, partner)) === null) return node
  const own = context.reader.agency && (await partnerOfAgency(context, context.reader.agency.id))
  if (!own) throw new ProofmarkError('partner_unknown', { value: context.reader.agency?.name ?? partner })
  return own
}
