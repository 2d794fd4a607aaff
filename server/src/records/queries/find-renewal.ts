import type { Context } from '../../access/context.ts'
import { stewardsAgency } from '../policy/stewards-agency.ts'

export interface KnownRenewal {
  readonly id: string
  readonly agency: string
  readonly state: 'running' | 'stopped' | 'failed' | 'done'
  readonly records: number
  readonly changed: number
  readonly startedBy: string
  readonly startedAt: Date
  readonly finishedAt: Date | null
}

/**
 * The last time that an agency's records were read again, or are being so; null where that never happened. Throws what
 * `stewardsAgency` throws.
 */
export async function findRenewal(context: Context, agencyName?: string): Promise<KnownRenewal | null> {
  const agency = await stewardsAgency(context, agencyName)
  const found = await context.query
    .selectFrom('renewal')
    .innerJoin('account', 'account.id', 'renewal.started_by')
    .select([
      'renewal.id',
      'state',
      'records',
      'changed',
      'account.name as startedBy',
      'started_at as startedAt',
      'finished_at as finishedAt',
    ])
    .where('renewal.agency_id', '=', agency.id)
    .orderBy('renewal.id', 'desc')
    .executeTakeFirst()
  if (!found) return null
  return { ...found, agency: agency.name, records: Number(found.records), changed: Number(found.changed) }
}
