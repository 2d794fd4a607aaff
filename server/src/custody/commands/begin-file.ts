import { ProofmarkError } from '@proofmark/contract/errors'
import { CUSTODY_KEEPERS, RECOVERERS } from '@proofmark/contract/route'
import { FILE_LIMIT, type fileBeginRequest } from '@proofmark/contract/schemas/photograph'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type EvidenceFile, findFile } from '../queries/files.ts'
import { exhibitsOf, findRecovery } from '../queries/recoveries.ts'

export type FileBegun = Omit<z.output<typeof fileBeginRequest>, 'grounds'>

const isAnnouncedSo = (file: EvidenceFile, { recovery, sha256, bytes }: FileBegun): boolean =>
  file.recovery === recovery.toLowerCase() && file.bytes === bytes && file.sha256.toString('hex') === sha256

/**
 * Announces a photograph or a scan, with the hash that the device took of it; its bytes follow in parts. The same again
 * answers how far it has come. Throws `role_needed`, `not_found`, `file_too_large`, and `file_id_used` where the identifier
 * stands for another file.
 */
export async function beginFile(context: Context, input: FileBegun): Promise<EvidenceFile> {
  const { client, query, reader, audit } = context
  needRole(reader, [...RECOVERERS, ...CUSTODY_KEEPERS])
  if (input.bytes > FILE_LIMIT) throw new ProofmarkError('file_too_large', { bytes: input.bytes, limit: FILE_LIMIT })
  const [id, exhibit] = [input.file.toLowerCase(), input.exhibit?.toLowerCase() ?? null]
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`file ${id}`])
  const before = await findFile(context, id)
  if (before && isAnnouncedSo(before, input)) return before
  if (before) throw new ProofmarkError('file_id_used', { file: id })
  const recovery = await findRecovery(context, input.recovery.toLowerCase())
  if (!recovery) throw new ProofmarkError('not_found', { what: input.recovery })
  const known = exhibit === null || (await exhibitsOf(context, [recovery.id])).some((each) => each.id === exhibit)
  if (!known) throw new ProofmarkError('not_found', { what: exhibit ?? '' })
  const made = await query
    .insertInto('evidence_file')
    .values({
      id,
      vis: recovery.vis,
      recovery_id: recovery.id,
      exhibit_id: exhibit,
      kind: input.kind,
      photograph_view: input.view,
      sha256: Buffer.from(input.sha256, 'hex'),
      bytes: input.bytes,
      sent_by: reader.account,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) throw new ProofmarkError('file_id_used', { file: id })
  await audit({
    action: 'file.announced',
    subjects: [id, recovery.id, ...(exhibit === null ? [] : [exhibit])],
    body: { sha256: input.sha256, bytes: input.bytes },
  })
  return (await findFile(context, id))!
}

/** The file, or `not_found` in the same words for one that is hidden and one that there is not. */
export async function needFile(context: Context, id: string): Promise<EvidenceFile> {
  const file = await findFile(context, id.toLowerCase())
  if (!file) throw new ProofmarkError('not_found', { what: id })
  return file
}
