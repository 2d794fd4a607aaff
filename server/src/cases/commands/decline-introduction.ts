import { ProofmarkError } from '@proofmark/contract/errors'
import { internVisibility } from '../../access/commands/intern-visibility.ts'
import type { Context } from '../../access/context.ts'
import { ownClass } from '../../access/rules/record-class.ts'
import { officersMeeting } from '../queries/officers-meeting.ts'

/**
 * Notes that the officer of a silent side does not bring both together, and why: the meeting waits for them no more. Nobody
 * else is told, and nothing that anybody else sees changes, so that no asker can tell a refusal from there being nothing. Until
 * its time is over the officer may bring both together after all. Safe to repeat. Throws `role_needed`,
 * `deconfliction_officer_only`, `not_found`, `deconfliction_waits_no_more`.
 */
export async function declineIntroduction(
  context: Context,
  { handle, reason }: { readonly handle: string; readonly reason: string },
): Promise<string> {
  const { query, reader, now, audit } = context
  const { agency, toldAt, introduced, declined, over } = await officersMeeting(context, handle)
  if (declined && !introduced) return handle
  if (introduced || over) throw new ProofmarkError('deconfliction_waits_no_more')
  const vis = await internVisibility(context, ownClass(agency, 'silent', 'H0'))
  const made = await query
    .insertInto('deconfliction_declined')
    .values({
      ...{ handle, agency_id: agency, told_at: toldAt, vis, reason },
      ...{ declined_by: reader.account, declined_at: now },
    })
    .onConflict((conflict) => conflict.columns(['handle', 'agency_id', 'told_at']).doNothing())
    .returning('handle')
    .executeTakeFirst()
  if (made) await audit({ action: 'deconfliction.declined', subjects: [handle], body: { reason } })
  return handle
}
