import { ProofmarkError } from '@proofmark/contract/errors'
import { CUSTODY_KEEPERS, RECOVERERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import type { EvidenceFile } from '../queries/files.ts'
import { needFile } from './begin-file.ts'

/**
 * Keeps the next part of a file. A part that is there already is passed over, so that whoever did not hear of its arrival
 * may send it again. Throws `role_needed`, `not_found`, `file_too_large` for more bytes than were announced, and
 * `file_part_misplaced` where something before it is missing.
 */
export async function keepPart(context: Context, file: string, from: number, content: Buffer): Promise<EvidenceFile> {
  const { client, query, reader } = context
  needRole(reader, [...RECOVERERS, ...CUSTODY_KEEPERS])
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`file ${file.toLowerCase()}`])
  const found = await needFile(context, file)
  const { id, vis, received, bytes, state } = found
  if (state !== 'arriving' || from + content.length <= received) return found
  if (from > received) throw new ProofmarkError('file_part_misplaced', { from, received })
  const rest = content.subarray(received - from)
  if (received + rest.length > bytes)
    throw new ProofmarkError('file_too_large', { bytes: received + rest.length, limit: bytes })
  await query
    .insertInto('evidence_file_part')
    .values({ file_id: id, starts_at: received, vis, content: rest })
    .execute()
  await query
    .updateTable('evidence_file')
    .set({ received: received + rest.length })
    .where('id', '=', id)
    .execute()
  return { ...found, received: received + rest.length }
}
