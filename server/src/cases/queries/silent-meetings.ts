import type { DeconflictionDesk } from '@proofmark/contract/schemas/deconfliction'
import type { Context } from '../../access/context.ts'
import { officersAgency } from '../policy/deconfliction.ts'

const PAGE = 200

/**
 * What met with silent sources and cases of the agency whose officer the reader is, newest first. Throws `role_needed`,
 * `deconfliction_officer_only`.
 */
export async function silentMeetings(context: Context): Promise<DeconflictionDesk> {
  const { query, audit } = context
  const agency = await officersAgency(context)
  const rows = await query
    .selectFrom('deconfliction_told as told')
    .innerJoin('agency', 'agency.id', 'told.contact_agency_id')
    .leftJoin('account as lead', 'lead.id', 'told.lead_id')
    .leftJoin('deconfliction_introduction as made', (join) =>
      join.onRef('made.handle', '=', 'told.handle').onRef('made.agency_id', '=', 'told.agency_id'),
    )
    .leftJoin('account as introducer', 'introducer.id', 'made.introduced_by')
    .select(['told.handle', 'told.told_at as at', 'agency.name', 'agency.desk', 'lead.name as lead'])
    .select(['introducer.name as by', 'made.introduced_at as introducedAt', 'made.consent'])
    .where('told.agency_id', '=', agency)
    .where('told.audience', '=', 'officer')
    .orderBy('told.told_at', 'desc')
    .orderBy('told.handle')
    .limit(PAGE)
    .execute()
  await audit({ action: 'deconfliction.desk_seen', subjects: rows.map(({ handle }) => handle) })
  return {
    meetings: rows.map(({ handle, at, name, desk, lead, by, introducedAt, consent }) => ({
      handle,
      at: at.toISOString(),
      contact: [name, desk].join(', '),
      lead,
      introduced:
        by === null || introducedAt === null || consent === null
          ? null
          : { by, at: introducedAt.toISOString(), consent },
    })),
  }
}
