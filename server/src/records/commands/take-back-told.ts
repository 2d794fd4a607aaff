import { sql } from 'kysely'
import type { Context } from '../../access/context.ts'
import { sourceById } from '../queries/find-source.ts'
import { recomputeHeads } from './recompute-heads.ts'

interface Told {
  readonly id: string
  readonly source: string
  readonly records: string[]
}

/**
 * Takes back what was told from outside, in the caller's transaction: of each record stands what was there before. Nothing
 * is deleted, and it can be put back like any import. What was taken back already stays so. Answers how many records moved.
 */
export async function takeBackTold(context: Context, imports: readonly string[]): Promise<number> {
  const { query, client, reader, audit } = context
  const { rows } = await client.query<Told>(
    `SELECT i.id, i.source_id AS source, array_agg(v.record_id ORDER BY v.record_id) AS records
     FROM import_run i JOIN record_version v ON v.version = i.id JOIN source s ON s.id = i.source_id
     WHERE i.id = ANY ($1::int8[]) AND i.door = 'hand' AND i.state = 'done' AND s.kind = 'trace-result'
     GROUP BY i.id, i.source_id ORDER BY i.id`,
    [imports],
  )
  let moved = 0
  for (const { id, source, records } of rows) {
    await query
      .insertInto('import_judgement')
      .values({ import_id: id, verdict: 'taken_back', judged_by: reader.account })
      .execute()
    await query
      .updateTable('import_run')
      .set({ state: 'taken_back', finished_at: sql<Date>`clock_timestamp()` })
      .where('id', '=', id)
      .execute()
    await audit({ action: 'import.judged', subjects: [source], body: { import: id, verdict: 'taken_back' } })
    const known = await sourceById(context, source)
    if (known) moved += await recomputeHeads(context, known, records)
  }
  return moved
}
