import type pg from 'pg'

/** Lets every standing record wait to be matched anew, as after a new model or new tables. */
export async function awaitAll(client: pg.ClientBase | pg.Pool): Promise<void> {
  await client.query(
    `INSERT INTO match_queue (records)
     SELECT array_agg(id) FROM (
       SELECT id, (row_number() OVER (ORDER BY id) - 1) / 2000 AS batch FROM record WHERE version IS NOT NULL
     ) AS standing GROUP BY batch ORDER BY batch`,
  )
}
