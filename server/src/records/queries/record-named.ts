import type { Context } from '../../access/context.ts'
import { recordId } from '../rules/record-id.ts'
import { getSource } from './find-source.ts'

/**
 * The record that a source of this name has under a key. Two agencies may each have a source of one name: that of the
 * reader's own comes first, then the one whose record the reader sees. A record that is hidden or does not exist is
 * named in the first all the same. Throws `source_unknown`.
 */
export async function recordNamed(context: Context, name: string, key: string): Promise<string> {
  const { query, recordSecret } = context
  const first = recordId(recordSecret, (await getSource(context, name)).id, key)
  const sources = await query.selectFrom('source').select('id').where('name', '=', name).orderBy('id').execute()
  const named = [first, ...sources.map(({ id }) => recordId(recordSecret, id, key))]
  const seen = await query
    .selectFrom('record')
    .select('id')
    .where('id', 'in', named)
    .where('version', 'is not', null)
    .execute()
  return named.find((record) => seen.some(({ id }) => id === record)) ?? first
}
