import type { DeconflictionDesk, SilentMeeting } from '@proofmark/contract/schemas/deconfliction'
import type { Context } from '../../access/context.ts'
import { officersAgency } from '../policy/deconfliction.ts'
import { waitsUntil } from '../rules/officer-waits.ts'
import { officerMeetings, stillWaits } from './officer-meetings.ts'

const PAGE = 200

/**
 * What met with silent sources and cases of the agency whose officer the reader is: what waits for them first, then the newest.
 * Throws `role_needed`, `deconfliction_officer_only`.
 */
export async function silentMeetings(context: Context): Promise<DeconflictionDesk> {
  const { now, audit } = context
  const agency = await officersAgency(context)
  const rows = await officerMeetings(context, agency)
    .innerJoin('agency', 'agency.id', 'told.contact_agency_id')
    .leftJoin('account as lead', 'lead.id', 'told.lead_id')
    .leftJoin('account as introducer', 'introducer.id', 'made.introduced_by')
    .leftJoin('account as decliner', 'decliner.id', 'declined.declined_by')
    .select(['told.handle', 'told.told_at as at', 'agency.name', 'agency.desk', 'lead.name as lead'])
    .select(['introducer.name as introducedBy', 'made.introduced_at as introducedAt', 'made.consent'])
    .select(['decliner.name as declinedBy', 'declined.declined_at as declinedAt', 'declined.reason'])
    .orderBy(stillWaits(now), 'desc')
    .orderBy('told.told_at', 'desc')
    .orderBy('told.handle')
    .limit(PAGE)
    .execute()
  await audit({ action: 'deconfliction.desk_seen', subjects: rows.map(({ handle }) => handle) })
  return {
    meetings: rows.map((row): SilentMeeting => {
      const { handle, at, name, desk, lead } = row
      const made = said(row.introducedBy, row.introducedAt)
      const not = said(row.declinedBy, row.declinedAt)
      const until = waitsUntil(at)
      return {
        ...{ handle, at: at.toISOString(), contact: [name, desk].join(', '), lead, until: until.toISOString() },
        introduced: made && { ...made, consent: row.consent! },
        declined: made === null && not !== null ? { ...not, reason: row.reason! } : null,
        state: made ? 'introduced' : not ? 'declined' : until > now ? 'waiting' : 'over',
      }
    }),
  }
}

const said = (by: string | null, at: Date | null) => (by === null || at === null ? null : { by, at: at.toISOString() })
