import type { LegalBasis } from '@proofmark/contract/purposes'
import type { ReleaseCondition } from '@proofmark/contract/release-conditions'
import type { Context } from '../context.ts'

/** A release as it was made, with what became of it. */
export interface Release {
  readonly id: string
  readonly ownerId: string
  readonly owner: string
  readonly receiverId: string
  readonly receiver: string
  readonly conditions: ReleaseCondition[]
  readonly note: string | null
  readonly reference: string | null
  readonly basis: LegalBasis | null
  readonly endsAt: Date
  readonly madeBy: string
  readonly madeAt: Date
  readonly withdrawnAt: Date | null
}

function releases({ query }: Pick<Context, 'query'>) {
  return query
    .selectFrom('release')
    .innerJoin('agency as owner', 'owner.id', 'release.owner_agency_id')
    .innerJoin('agency as receiver', 'receiver.id', 'release.receiver_agency_id')
    .innerJoin('account', 'account.id', 'release.made_by')
    .select([
      'release.id',
      'owner.id as ownerId',
      'owner.name as owner',
      'receiver.id as receiverId',
      'receiver.name as receiver',
      'release.conditions',
      'release.note',
      'release.reference',
      'release.basis',
      'release.ends_at as endsAt',
      'account.name as madeBy',
      'release.made_at as madeAt',
      'release.withdrawn_at as withdrawnAt',
    ])
    .$narrowType<{ conditions: ReleaseCondition[]; basis: LegalBasis | null }>()
    .orderBy('release.made_at', 'desc')
    .orderBy('release.id')
}

/** The releases of a record that hold at this moment, the last first. */
export async function standingReleases(context: Context, record: string): Promise<Release[]> {
  return releases(context)
    .where('release.id', 'in', (inner) =>
      inner.selectFrom('release_record').select('release_id').where('record_id', '=', record),
    )
    .where('release.withdrawn_at', 'is', null)
    .where('release.ends_at', '>', context.now)
    .execute()
}

/** The last releases that an agency gave, or received; of all agencies where it is null. */
export async function releasesOf(
  context: Context,
  side: 'owner_agency_id' | 'receiver_agency_id',
  agency: string | null,
  limit: number,
): Promise<Release[]> {
  return releases(context)
    .$if(agency !== null, (some) => some.where(`release.${side}`, '=', agency!))
    .limit(limit)
    .execute()
}

export interface ReleasedRecord {
  readonly record: string
  readonly source: string
  readonly key: string
}

/** The records of these releases that the reader may see. */
export async function recordsReleased(
  { query }: Pick<Context, 'query'>,
  ids: readonly string[],
): Promise<Map<string, ReleasedRecord[]>> {
  if (ids.length === 0) return new Map()
  const rows = await query
    .selectFrom('release_record')
    .innerJoin('record', 'record.id', 'release_record.record_id')
    .innerJoin('source', 'source.id', 'record.source_id')
    .select([
      'release_record.release_id as release',
      'record.id as record',
      'source.name as source',
      'record.source_key as key',
    ])
    .where('release_record.release_id', 'in', ids)
    .where('record.version', 'is not', null)
    .orderBy('source.name')
    .orderBy('record.source_key')
    .execute()
  const found = new Map<string, ReleasedRecord[]>()
  for (const { release, ...record } of rows) found.set(release, [...(found.get(release) ?? []), record])
  return found
}
