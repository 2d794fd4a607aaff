import type { Context } from '../../access/context.ts'

/**
 * How many records that the reader may see wait to be matched, counted up to `most` and one: until none does, links and
 * figures are not final. A batch comes from one source as a rule, so its first records tell whether it is worth reading.
 */
export async function countRecordsToMatch({ client }: Context, most: number): Promise<number> {
  const { rows } = await client.query<{ count: string }>(
    `SELECT count(*) AS count FROM (
       SELECT FROM match_queue q CROSS JOIN LATERAL unnest(q.records) AS waiting (id) JOIN record r ON r.id = waiting.id
       WHERE EXISTS (SELECT FROM record first WHERE first.id = ANY (q.records[1:20]))
       LIMIT $1) AS seen`,
    [most + 1],
  )
  return Number(rows[0]!.count)
}
