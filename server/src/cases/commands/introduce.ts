import { ProofmarkError } from '@proofmark/contract/errors'
import { internVisibility } from '../../access/commands/intern-visibility.ts'
import type { Context } from '../../access/context.ts'
import { ownClass } from '../../access/rules/record-class.ts'
import { officersMeeting } from '../queries/officers-meeting.ts'

/** An introduction that the matching process is to carry out. */
export interface KeptIntroduction {
  readonly about: 'introduction'
  readonly id: string
}

/**
 * Notes that the officer of a silent side brings both together, and who consented; safe to repeat, and open to whoever declined
 * it before. Throws `role_needed`, `deconfliction_officer_only`, `not_found`, and `deconfliction_waits_no_more` after its time.
 */
export async function introduce(
  context: Context,
  { handle, consent }: { readonly handle: string; readonly consent: string },
): Promise<KeptIntroduction> {
  const { query, reader, now, audit } = context
  const { agency, introduced, over } = await officersMeeting(context, handle)
  if (introduced) return { about: 'introduction', id: handle }
  if (over) throw new ProofmarkError('deconfliction_waits_no_more')
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
