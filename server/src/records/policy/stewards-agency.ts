import { ProofmarkError } from '@proofmark/contract/errors'
import { type Agency, findAgency } from '../../access/commands/add-agency.ts'
import type { Context } from '../../access/context.ts'
import { needAgency } from '../../access/policy/agency.ts'
import { needRole } from '../../access/policy/role.ts'

/**
 * The agency for whose records the reader may decide what words mean: a data steward's own; the installer's shell, which
 * belongs to none, names one. Throws `role_needed`, `not_your_agency`, `agency_unknown`, and `body_invalid` where one
 * must be named.
 */
export async function stewardsAgency(context: Context, name: string | undefined): Promise<Agency> {
  const { reader } = context
  needRole(reader, ['data_steward'])
  if (name === undefined) {
    if (reader.agency) return reader.agency
    throw new ProofmarkError('body_invalid', { field: 'agency', expected: 'present' })
  }
  const named = await findAgency(context, name)
  if (!named) throw new ProofmarkError('agency_unknown', { value: name })
  needAgency(reader, named)
  return named
}
