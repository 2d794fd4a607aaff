import { ProofmarkError } from '@proofmark/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../access/context.ts'
import type { ImportState } from '../../store/tables.ts'
import { getImport, type KnownImport } from '../queries/find-import.ts'

export type ImportVerdict = 'taken_back' | 'put_back'

/** From which states each verdict may be given; the second of each is a verdict that was given and not yet carried out. */
const FROM: Readonly<Record<ImportVerdict, readonly ImportState[]>> = {
  taken_back: ['receiving', 'running', 'stopped', 'failed', 'done', 'taking_back', 'putting_back'],
  put_back: ['taken_back', 'putting_back', 'taking_back'],
}
const UNDERWAY = { taken_back: 'taking_back', put_back: 'putting_back' } as const

/**
 * Judges whether what an import brought stands: a new row, never a deletion, and the last one counts. What follows from
 * it is carried out record by record afterwards. The caller holds the source. Throws `not_found`, `import_not_open`.
 */
export async function judgeImport(context: Context, id: string, verdict: ImportVerdict): Promise<KnownImport> {
  const found = await getImport(context, id)
  if (!FROM[verdict].includes(found.state))
    throw new ProofmarkError('import_not_open', { import: id, state: found.state })
  await context.query
    .insertInto('import_judgement')
    .values({ import_id: id, verdict, judged_by: context.reader.account })
    .execute()
  await context.query.updateTable('import_run').set({ state: UNDERWAY[verdict] }).where('id', '=', id).execute()
  await context.audit({ action: 'import.judged', subjects: [found.source.id], body: { import: id, verdict } })
  return found
}

/** Every record follows the verdict by now. */
export async function endJudgement(context: Context, found: KnownImport, verdict: ImportVerdict): Promise<void> {
  const state = verdict === 'taken_back' ? 'taken_back' : found.whole ? 'done' : 'stopped'
  await context.query
    .updateTable('import_run')
    .set({ state, finished_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', found.id)
    .execute()
  if (verdict === 'taken_back')
    await context.query.deleteFrom('upload_chunk').where('import_id', '=', found.id).execute()
}
