import type { Context } from '../../access/context.ts'
import type { ImportCounts } from '../queries/find-import.ts'
import type { RejectedRow } from '../rules/read-row.ts'
import { type Batch, writeRows } from './write-rows.ts'

export interface BatchOfFile extends Batch {
  readonly rejected: readonly RejectedRow[]
  /** The cells of the rows that can go in, in case one comes back after all. */
  readonly cells: ReadonlyMap<number, Readonly<Record<string, string>>>
  readonly bytesDone: number
}

/**
 * Takes a batch of a file in, with the import's counts and the rows that came back, and answers the counts after it.
 * `before` are the counts before it: a batch whose commit was not heard of and that is sent again is recognised by them
 * and changes nothing. Null where somebody has stopped the import: then nothing of this batch goes in.
 */
export async function takeBatch(
  context: Context,
  before: ImportCounts,
  batch: BatchOfFile,
): Promise<ImportCounts | null> {
  // The batch is flushed to disk with the import's end or a later commit. Until then a crash of the machine takes the rows
  // and the counts that tell of them together, and going on takes them in again.
  await context.client.query('SET LOCAL synchronous_commit = off')
  const rows = before.rows + batch.rows.length + batch.rejected.length
  const found = await context.query
    .selectFrom('import_run')
    .select(['state', 'rows', 'accepted', 'rejected', 'unchanged', 'changed'])
    .where('id', '=', batch.version)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (found.state !== 'running') return null
  if (Number(found.rows) === rows && rows !== before.rows) {
    const { accepted, rejected, unchanged, changed } = found
    return {
      rows,
      accepted: Number(accepted),
      rejected: Number(rejected),
      unchanged: Number(unchanged),
      changed: Number(changed),
    }
  }
  const written = await writeRows(context, batch)
  const rejected = [
    ...batch.rejected,
    ...written.rejects.map((each) => ({ ...each, cells: batch.cells.get(each.row)! })),
  ]
  await keepRejects(context, batch, rejected)
  const after = {
    rows,
    accepted: before.accepted + written.accepted,
    rejected: before.rejected + rejected.length,
    unchanged: before.unchanged + written.unchanged,
    changed: before.changed + written.changed,
  }
  await context.query
    .updateTable('import_run')
    .set({ ...after, bytes_done: String(batch.bytesDone) })
    .where('id', '=', batch.version)
    .execute()
  return after
}

async function keepRejects({ client }: Context, { version, source }: Batch, rejects: readonly RejectedRow[]) {
  if (rejects.length === 0) return
  await client.query(
    `INSERT INTO import_reject (import_id, row, vis, field, value, reason, accepted, cells)
     SELECT $1, row, $2, field, value, reason, accepted, cells
     FROM unnest($3::int8[], $4::text[], $5::text[], $6::jsonb[], $7::jsonb[], $8::json[])
       AS reject (row, field, value, reason, accepted, cells)`,
    [
      version,
      source.vis,
      rejects.map(({ row }) => row),
      rejects.map(({ field }) => keepable(field)),
      rejects.map(({ value }) => keepable(value)),
      rejects.map(({ reason }) => keepable(JSON.stringify(reason))),
      rejects.map(({ accepted }) => keepable(JSON.stringify(accepted))),
      rejects.map(({ cells }) => JSON.stringify(cells)),
    ],
  )
}

/** Text as PostgreSQL can keep it: a NUL is shown by its picture. */
const keepable = (text: string) => text.replaceAll('\0', '␀').replaceAll('\\u0000', '␀')
