import { ProofmarkError } from '@proofmark/contract/errors'
import type { CaseEntrySaid } from '@proofmark/contract/schemas/case-entry'
import type { Context } from '../../access/context.ts'
import type { CaseFile } from '../queries/case-file.ts'
import { saidHash } from '../rules/said-hash.ts'
import { classFor } from './case-classes.ts'

export interface NewEntry {
  readonly entry: string
  readonly compartment?: string | undefined
  readonly said: CaseEntrySaid
}

export interface WrittenEntry {
  readonly id: string
  readonly vis: number
  readonly hash: string
  /** False where it stood before. */
  readonly written: boolean
}

/**
 * Writes an entry of a case whose turn was taken. The same again is not written twice. Throws `case_entry_used` where the
 * identifier stands for another entry.
 */
export async function writeCaseEntry(
  context: Context,
  file: Pick<CaseFile, 'id'>,
  { entry, compartment, said }: NewEntry,
): Promise<WrittenEntry> {
  const { query, reader, recordSecret } = context
  const [id, place] = [entry.toLowerCase(), compartment?.toLowerCase() ?? file.id]
  const content = saidHash(recordSecret, { case: file.id, compartment: place, said })
  const hash = content.toString('hex')
  const before = await query
    .selectFrom('case_entry')
    .select(['content_hmac as content', 'vis'])
    .where('case_id', '=', file.id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (before?.content.equals(content)) return { id, vis: before.vis, hash, written: false }
  if (before) throw new ProofmarkError('case_entry_used', { entry })
  const vis = await classFor(context, place)
  const made = await query
    .insertInto('case_entry')
    .values({
      case_id: file.id,
      id,
      vis,
      agency_id: reader.agency?.id ?? null,
      kind: said.kind,
      said: JSON.stringify(said),
      content_hmac: content,
      said_by: reader.account,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) throw new ProofmarkError('case_entry_used', { entry })
  return { id, vis, hash, written: true }
}
