import { ProofmarkError } from '@proofmark/contract/errors'
import type { AgencyDesk } from '@proofmark/contract/schemas/agency'
import type { Context } from '../context.ts'
import { needRole } from '../policy/role.ts'

export interface DeskCorrection {
  /** Identifier of the agency. */
  readonly agency: string
  /** Whom another agency may ask from now on. */
  readonly desk: string
}

/** Corrects the desk of an agency, which others turn to. Throws `role_needed`, `not_found`. */
export async function correctDesk(context: Context, { agency, desk }: DeskCorrection): Promise<AgencyDesk> {
  const { query, reader, audit } = context
  needRole(reader, ['administrator'])
  const corrected = await query
    .updateTable('agency')
    .set({ desk })
    .where('id', '=', agency)
    .returning(['id', 'name', 'desk'])
    .executeTakeFirst()
  if (!corrected) throw new ProofmarkError('not_found', { what: agency })
  await audit({ action: 'agency.desk_corrected', subjects: [agency], body: { desk } })
  return corrected
}
