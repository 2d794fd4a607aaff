import type { Context } from '../../access/context.ts'

/** The records that the reader may see and that have a pair, of one source or of all, by name of source and key. */
export async function matchedRecords({ client }: Context, source: string | null): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT r.id FROM record r JOIN source s ON s.id = r.source_id
     WHERE r.version IS NOT NULL AND ($1::uuid IS NULL OR r.source_id = $1)
       AND (EXISTS (SELECT FROM pair_evidence e WHERE e.record_id = r.id)
         OR EXISTS (SELECT FROM judgement j WHERE j.record_id = r.id))
     ORDER BY s.name, r.source_key, r.id`,
    [source],
  )
  return rows.map(({ id }) => id)
}
