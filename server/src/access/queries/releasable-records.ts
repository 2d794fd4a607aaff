import type { Context } from '../context.ts'
import type { ReleasedFrom } from '../policy/release.ts'

/** A standing record with whose it is. */
export interface ReleasableRecord extends ReleasedFrom {
  readonly record: string
  readonly source: string
}

/** Those of these records that stand and that the reader may see. */
export async function releasableRecords(
  { query }: Pick<Context, 'query'>,
  records: readonly string[],
): Promise<ReleasableRecord[]> {
  return query
    .selectFrom('record')
    .innerJoin('source', 'source.id', 'record.source_id')
    .innerJoin('agency', 'agency.id', 'source.agency_id')
    .select([
      'record.id as record',
      'source.id as source',
      'source.source_visibility as sourceVisibility',
      'agency.id as agencyId',
      'agency.name as agency',
    ])
    .where('record.id', 'in', records)
    .where('record.version', 'is not', null)
    .orderBy('record.id')
    .execute()
}
