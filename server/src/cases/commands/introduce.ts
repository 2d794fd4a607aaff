import { ProofmarkError } from '@proofmark/contract/errors'
import { internVisibility } from '../../access/commands/intern-visibility.ts'
import type { Context } from '../../access/context.ts'
import { ownClass } from '../../access/rules/record-class.ts'
import { officersAgency } from '../policy/deconfliction.ts'

/** An introduction that the matching process is to carry out. */
export interface KeptIntroduction {
  readonly about: 'introduction'
  readonly id: string
}

/**
 * Notes that the officer of a silent side brings both together, and who consented. Throws `role_needed`,
 * `deconfliction_officer_only`, `not_found`.
 */
export async function introduce(
  context: Context,
  { handle, consent }: { readonly handle: string; readonly consent: string },
): Promise<KeptIntroduction> {
  const { query, reader, now, audit } = context
  const agency = await officersAgency(context)
  const told = await query
    .selectFrom('deconfliction_told')
    .select('id')
    .where('handle', '=', handle)
    .where('agency_id', '=', agency)
    .where('audience', '=', 'officer')
    .executeTakeFirst()
  if (!told) throw new ProofmarkError('not_found', { what: handle })
  const vis = await internVisibility(context, ownClass(agency, 'silent', 'H0'))
  const made = await query
    .insertInto('deconfliction_introduction')
    .values({ handle, agency_id: agency, vis, consent, introduced_by: reader.account, introduced_at: now })
    .onConflict((conflict) => conflict.columns(['handle', 'agency_id']).doNothing())
    .returning('handle')
    .executeTakeFirst()
  if (made) await audit({ action: 'deconfliction.introduced', subjects: [handle], body: { consent } })
  return { about: 'introduction', id: handle }
}
