import type { Context } from '../../access/context.ts'

/** The first version of a record after this one that says exactly this; null where none does. */
export async function versionSaying(
  { query }: Context,
  record: string,
  hash: Buffer,
  after: string,
): Promise<string | null> {
  const found = await query
    .selectFrom('record_version')
    .select('version')
    .where('record_id', '=', record)
    .where('content_hmac', '=', hash)
    .where('version', '>', after)
    .orderBy('version')
    .executeTakeFirst()
  return found?.version ?? null
}
