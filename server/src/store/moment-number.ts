import { type RawBuilder, sql } from 'kysely'

/** SQL of the moment in whole milliseconds. */
export const MOMENT = '(extract(epoch FROM clock_timestamp()) * 1000)::int8'

/**
 * Inserts a row under a number of its own and answers the number: the moment in milliseconds, and always above `last`,
 * the last number of what it must follow. From a sequence of the whole nation's a reader would learn how much others
 * write; the moment is shown beside the number anyway. `insert` answers undefined where the number was taken.
 */
export async function insertNumbered(
  last: RawBuilder<string | null>,
  insert: (number: RawBuilder<string>) => Promise<{ readonly id: string } | undefined>,
): Promise<string> {
  for (let above = 1; ; above++) {
    const made = await insert(sql<string>`greatest(${sql.raw(MOMENT)}, coalesce((${last}), 0) + ${sql.lit(above)})`)
    if (made) return made.id
  }
}
