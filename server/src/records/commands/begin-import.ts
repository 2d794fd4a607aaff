import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { insertNumbered } from '../../store/moment-number.ts'
import { getImport, type ImportCounts, type KnownImport, lastImportOf } from '../queries/find-import.ts'
import type { KnownSource } from '../queries/find-source.ts'

export interface ImportBeginning {
  readonly source: KnownSource
  readonly file: string
  /** Where they are known before the file was read. */
  readonly bytes: number | null
  readonly sha256: Buffer | null
  readonly profileVersion: number | null
}

/** The longest name of a file that is kept. */
const NAME_LIMIT = 200

/** Opens an import: from now on its row says how far it has come. Answers its number. */
export async function beginImport(
  context: Context,
  { source, file, bytes, sha256, profileVersion }: ImportBeginning,
  state: 'receiving' | 'running' = 'running',
): Promise<string> {
  const id = await insertNumbered(lastImportOf(source.id), (number) =>
    context.query
      .insertInto('import_run')
      .values({
        id: number,
        source_id: source.id,
        state,
        whole: false,
        file_name: file.slice(0, NAME_LIMIT),
        file_bytes: bytes,
        file_sha256: sha256,
        profile_version: profileVersion,
        ...{ rows: 0, accepted: 0, rejected: 0, unchanged: 0, changed: 0 },
        started_by: context.reader.account,
        finished_at: null,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst(),
  )
  await context.audit({ action: 'import.started', subjects: [source.id], body: { import: id, file } })
  return id
}

/** An import that can be gone on with. Throws `not_found`, `import_not_open` where it has ended or was taken back. */
export async function openImport(context: Context, id: string): Promise<KnownImport> {
  const found = await getImport(context, id)
  const { state } = found
  if (state === 'running' || state === 'stopped' || state === 'failed') return found
  throw new ProofmarkError('import_not_open', { import: id, state })
}

/**
 * Opens an import again that stopped, failed or was interrupted; answers what it has done so far. The caller holds the
 * source. Throws what `openImport` throws.
 */
export async function goOnWithImport(context: Context, id: string): Promise<ImportCounts> {
  const { source, rows, accepted, rejected, unchanged, changed } = await openImport(context, id)
  await context.query
    .updateTable('import_run')
    .set({ state: 'running', failure: null, finished_at: null })
    .where('id', '=', id)
    .execute()
  await context.audit({ action: 'import.started', subjects: [source.id], body: { import: id, from: rows } })
  return { rows, accepted, rejected, unchanged, changed }
}
