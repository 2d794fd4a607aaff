import type { Context } from '../../access/context.ts'

/** What a record said otherwise than it stands, and when that was written down. */
export interface OtherVersion {
  readonly version: string
  readonly recordedAt: Date
  readonly raw: Record<string, string>
}

/** The versions of a record beside the one that stands, the newest first; neither holds the columns of persons. */
export async function otherVersions(
  { query }: Context,
  record: string,
  standing: string,
  most: number,
): Promise<OtherVersion[]> {
  return query
    .selectFrom('record_version')
    .select(['version', 'recorded_at as recordedAt', 'raw'])
    .where('record_id', '=', record)
    .where('version', '!=', standing)
    .orderBy('version', 'desc')
    .limit(most)
    .execute()
}
