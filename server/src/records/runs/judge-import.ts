import type { Context } from '../../access/context.ts'
import { endJudgement, type ImportVerdict, judgeImport } from '../commands/judge-import.ts'
import { recomputeHeads } from '../commands/recompute-heads.ts'
import { getImport, type KnownImport } from '../queries/find-import.ts'
import type { Workplace } from './run.ts'
import { untilCommitted } from './until-committed.ts'

const BATCH_RECORDS = 2_000

export interface JudgementProgress {
  readonly records: number
}

/**
 * Takes a whole import back, or puts it back: first the judgement, then every record that it brought a version of shows
 * the version that stands by it. Nothing is deleted. Whoever is killed in between can give the same verdict again.
 * Throws `not_found`, `import_not_open`, `source_busy`.
 */
export async function judgeWholeImport(
  { run, hold }: Workplace,
  input: { readonly import: string; readonly verdict: ImportVerdict },
  onProgress?: (progress: JudgementProgress) => void,
): Promise<{ readonly records: number }> {
  const { source } = await run((context) => getImport(context, input.import))
  return hold(source.id, async () => {
    const found = await run((context) => judgeImport(context, input.import, input.verdict))
    let records = 0
    for (let after: string | null = NO_RECORD; after !== null; ) {
      const batch: Batch = await untilCommitted(run, (context) => recomputeBatch(context, found, after!))
      records += batch.records
      after = batch.last
      onProgress?.({ records })
    }
    await run((context) => endJudgement(context, found, input.verdict))
    return { records }
  })
}

const NO_RECORD = '00000000-0000-0000-0000-000000000000'

interface Batch {
  readonly records: number
  readonly last: string | null
}

async function recomputeBatch(context: Context, { id, source }: KnownImport, after: string): Promise<Batch> {
  const { rows } = await context.client.query<{ record: string }>(
    `SELECT record_id AS record FROM record_version WHERE version = $1 AND record_id > $2 ORDER BY record_id LIMIT $3`,
    [id, after, BATCH_RECORDS],
  )
  const records = rows.map(({ record }) => record)
  await recomputeHeads(context, source, records)
  return { records: records.length, last: records.length < BATCH_RECORDS ? null : records.at(-1)! }
}
