import type { FileRefusal } from '@proofmark/contract/recovery-words'
import { sql } from 'kysely'
import type { Context } from '../../access/context.ts'
import type { PictureCopy } from '../../pictures/copies.ts'
import type { EvidenceFile } from '../queries/files.ts'
import { needFile } from './begin-file.ts'

/** What an examined file turned out to be. */
export type Examined =
  | { readonly refused: FileRefusal }
  | { readonly mediaType: string; readonly copies: Readonly<Partial<Record<'copy' | 'preview', PictureCopy>>> }

/**
 * Settles what becomes of a file that has arrived whole: sealed, with its copies; or refused, and its bytes let go, since
 * the device still has them. A file that was settled before is left as it is.
 */
export async function settleFile(context: Context, id: string, examined: Examined): Promise<EvidenceFile> {
  const { client, query, audit } = context
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`file ${id}`])
  const file = await needFile(context, id)
  if (file.state !== 'arriving') return file
  const settle = (set: { state: 'kept'; media_type: string } | { state: 'refused'; reason: FileRefusal }) =>
    query
      .updateTable('evidence_file')
      .set({ ...set, settled_at: sql<Date>`clock_timestamp()` })
      .where('id', '=', id)
      .execute()
  const subjects = [id, file.recovery, ...(file.exhibit === null ? [] : [file.exhibit])]
  if ('refused' in examined) {
    await settle({ state: 'refused', reason: examined.refused })
    await query.deleteFrom('evidence_file_part').where('file_id', '=', id).execute()
    await audit({ action: 'file.refused', subjects, body: { reason: examined.refused } })
    return needFile(context, id)
  }
  await settle({ state: 'kept', media_type: examined.mediaType })
  for (const size of ['copy', 'preview'] as const) {
    const copy = examined.copies[size]
    if (!copy) continue
    const { width, height, bytes } = copy
    await query
      .insertInto('evidence_file_copy')
      .values({ file_id: id, size, vis: file.vis, width, height, content: bytes })
      .execute()
  }
  await audit({ action: 'file.kept', subjects, body: { sha256: file.sha256.toString('hex'), bytes: file.bytes } })
  return needFile(context, id)
}
