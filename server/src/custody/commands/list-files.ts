import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { type EvidenceFile, filesOf } from '../queries/files.ts'
import { findRecovery } from '../queries/recoveries.ts'

/** The photographs and scans of a recovery, without their bytes; seeing the list is an entry of the log. Throws `not_found`. */
export async function listFiles(context: Context, recovery: string): Promise<EvidenceFile[]> {
  const found = await findRecovery(context, recovery.toLowerCase())
  if (!found) throw new ProofmarkError('not_found', { what: recovery })
  const files = await filesOf(context, found.id)
  await context.audit({ action: 'files.listed', subjects: [found.id], body: { results: files.length } })
  return files
}
