import { ProofmarkError } from '@proofmark/contract/errors'
import { type Agency, findAgency } from '../commands/add-agency.ts'
import type { Context } from '../context.ts'
import { needAgency } from './agency.ts'

/** So many are named to whoever must choose. */
const NAMED = 20

/**
 * In the name of which agency the reader acts: their own. The installer's shell, which belongs to none, names one, and
 * need not where there is only one. Throws `agency_needed`, `agency_unknown`, `not_your_agency`.
 */
export async function meantAgency(context: Context, named: string | undefined): Promise<Agency> {
  const { query, reader } = context
  if (named === undefined && reader.agency) return reader.agency
  if (named === undefined) {
    const all = await query.selectFrom('agency').select(['id', 'name']).orderBy('name').limit(NAMED).execute()
    const [only, ...others] = all
    if (only && others.length === 0) return only
    throw new ProofmarkError('agency_needed', { accepted: all.map(({ name }) => name).join(', ') })
  }
  const agency = await findAgency(context, named)
  if (!agency) throw new ProofmarkError('agency_unknown', { value: named })
  needAgency(reader, agency)
  return agency
}
