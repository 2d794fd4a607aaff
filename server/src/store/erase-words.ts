import type pg from 'pg'

const OF_TIES = `SELECT id FROM tie WHERE node_id = ANY ($1::uuid[])`

/**
 * Takes from these things all that was said of them: values with their keys and origins, the words of their ties under both ends,
 * and of verdicts the reason. Of a tie it stays whose data it is, so that a protection does not end. Safe to repeat; sees what
 * its connection sees.
 */
export async function eraseWords(
  client: pg.ClientBase,
  things: readonly string[],
): Promise<{ readonly values: number }> {
  const erased = await client.query(
    `UPDATE thing_value SET value = NULL, key = NULL, said = '{}', review_on = NULL
     WHERE thing_id = ANY ($1::uuid[]) AND (value IS NOT NULL OR said <> '{}')`,
    [things],
  )
  await client.query(
    `UPDATE tie SET said = CASE WHEN said ? 'category' THEN jsonb_build_object('category', said -> 'category') ELSE '{}' END, review_on = NULL
     WHERE id IN (${OF_TIES}) AND node_id IN (SELECT other_id FROM tie WHERE node_id = ANY ($1::uuid[]) UNION ALL SELECT unnest($1::uuid[]))`,
    [things],
  )
  await client.query(
    `UPDATE thing_judgement SET why = NULL WHERE thing_id = ANY ($1::uuid[]) OR other_id = ANY ($1::uuid[])`,
    [things],
  )
  return { values: erased.rowCount ?? 0 }
}
