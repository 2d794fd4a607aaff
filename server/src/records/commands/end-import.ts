import { ProofmarkError } from '@proofmark/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../access/context.ts'
import type { ImportCounts } from '../queries/find-import.ts'
import type { KnownSource } from '../queries/find-source.ts'

export interface ImportEnd extends ImportCounts {
  readonly import: string
  readonly source: KnownSource
  readonly state: 'done' | 'stopped'
  /** Of the whole file, where it was read to its end. */
  readonly bytes: number
  readonly sha256: Buffer
}

/** Closes an import: done, or stopped with what is in by now. A file that was sent stays until its import is done. */
export async function endImport(context: Context, end: ImportEnd): Promise<void> {
  const { state, bytes, sha256, source, rows, accepted, rejected, unchanged, changed } = end
  const whole =
    state === 'done' ? { whole: true, file_bytes: bytes, bytes_done: String(bytes), file_sha256: sha256 } : {}
  await context.query
    .updateTable('import_run')
    .set({ state, failure: null, finished_at: sql<Date>`clock_timestamp()`, ...whole })
    .where('id', '=', end.import)
    .execute()
  if (state === 'done') await removeUpload(context, end.import)
  await context.audit({
    action: 'import.done',
    subjects: [source.id],
    body: { import: end.import, state, rows, accepted, rejected, unchanged, changed },
  })
}

/**
 * Notes that an import failed, with what is in by now. A file of which nothing could be taken in does not stay: it may
 * name persons, and sending it again would fail alike.
 */
export async function failImport(context: Context, id: string, source: KnownSource, failure: unknown): Promise<void> {
  const known = failure instanceof ProofmarkError ? failure : null
  const { code, parameters } = known ?? { code: 'unexpected', parameters: {} }
  const { rows } = await context.query
    .updateTable('import_run')
    .set({ state: 'failed', failure: JSON.stringify({ code, parameters }), finished_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .returning('rows')
    .executeTakeFirstOrThrow()
  if (known && Number(rows) === 0) await removeUpload(context, id)
  await context.audit({
    action: 'import.done',
    outcome: 'failed',
    subjects: [source.id],
    body: { import: id, state: 'failed', rows: Number(rows) },
  })
}

/** Imports of this source that nobody works on any more, since the caller holds the source. */
export async function closeAbandoned(context: Context, source: KnownSource): Promise<void> {
  await context.query
    .updateTable('import_run')
    .set({ state: 'failed', failure: JSON.stringify({ code: 'interrupted', parameters: {} }) })
    .where('source_id', '=', source.id)
    .where('state', '=', 'running')
    .execute()
}

async function removeUpload({ query }: Context, id: string): Promise<void> {
  await query.deleteFrom('upload_chunk').where('import_id', '=', id).execute()
}
