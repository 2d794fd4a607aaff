import type { Context } from '../../access/context.ts'

/** Imports into a source of which the last judgement says that they were taken back. */
export async function importsTakenBack({ client }: Context, source: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT last.import_id AS id FROM (
       SELECT DISTINCT ON (j.import_id) j.import_id, j.verdict
       FROM import_judgement j JOIN import_run i ON i.id = j.import_id
       WHERE i.source_id = $1 ORDER BY j.import_id, j.id DESC
     ) AS last WHERE last.verdict = 'taken_back'`,
    [source],
  )
  return rows.map(({ id }) => id)
}
