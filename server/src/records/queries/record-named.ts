import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { recordId } from '../rules/record-id.ts'
import { getSource, soleSource } from './find-source.ts'

/**
 * The record that a source of this name has under a key, of this agency's source where one is named. Two agencies may
 * each have a source of one name: then it is the one whose record the reader sees. A record that is hidden or does not
 * exist is named in the first all the same. Throws `source_unknown`, and `source_ambiguous` where the reader sees several.
 */
export async function recordNamed(
  context: Context,
  name: string,
  key: string,
  agency: string | undefined,
): Promise<string> {
  const { query, recordSecret } = context
  if (agency !== undefined) return recordId(recordSecret, (await soleSource(context, name, agency)).id, key)
  const first = recordId(recordSecret, (await getSource(context, name)).id, key)
  const sources = await query
    .selectFrom('source')
    .innerJoin('agency', 'agency.id', 'source.agency_id')
    .select(['source.id', 'agency.name as agency'])
    .where('source.name', '=', name)
    .orderBy('agency.name')
    .execute()
  const named = sources.map((source) => ({ ...source, record: recordId(recordSecret, source.id, key) }))
  const standing = await query
    .selectFrom('record')
    .select('id')
    .where(
      'id',
      'in',
      named.map(({ record }) => record),
    )
    .where('version', 'is not', null)
    .execute()
  const seen = named.filter(({ record }) => standing.some(({ id }) => id === record))
  if (seen.length > 1)
    throw new ProofmarkError('source_ambiguous', {
      value: `${name} ${key}`,
      agencies: seen.map((each) => each.agency).join(', '),
    })
  return seen[0]?.record ?? first
}
