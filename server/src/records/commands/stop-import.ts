import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { getImport } from '../queries/find-import.ts'

/**
 * Stops a running import after the batch that is under way: what is in stays in, and the rest can be gone on with later.
 * Throws `not_found`, `import_not_open`.
 */
export async function stopImport(context: Context, id: string): Promise<void> {
  const { state, source } = await getImport(context, id)
  if (state !== 'running') throw new ProofmarkError('import_not_open', { import: id, state })
  await context.query
    .updateTable('import_run')
    .set({ state: 'stopped' })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute()
  await context.audit({ action: 'import.stopped', subjects: [source.id], body: { import: id } })
}
