import { DESKS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { sourcesByMonth } from '../queries/recording.ts'
import { type Recording, recordingOf } from '../rules/recording.ts'

/** How each source records, and when it began to record otherwise, among what the reader sees. Throws `role_needed`. */
export async function sourceQuality(context: Context): Promise<Recording[]> {
  needRole(context.reader, DESKS)
  const found = (await sourcesByMonth(context)).map(recordingOf)
  await context.audit({
    action: 'quality.listed',
    subjects: found.map(({ source }) => source.id),
    body: { kind: 'sources', results: found.length },
  })
  return found
}
