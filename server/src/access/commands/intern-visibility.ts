import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { VisibilityClass } from '../rules/may-read.ts'

/** The number of this visibility class; a new one where there is none yet. */
export async function internVisibility({ query }: Context, wanted: Omit<VisibilityClass, 'id'>): Promise<number> {
  const readers = [...new Set(wanted.readers)].sort()
  await query
    .insertInto('visibility')
    .values({
      agency_id: wanted.agency,
      source_visibility: wanted.sourceVisibility,
      handling: wanted.handling,
      readers,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { id } = await query
    .selectFrom('visibility')
    .select('id')
    .where('agency_id', '=', wanted.agency)
    .where('source_visibility', '=', wanted.sourceVisibility)
    .where('handling', '=', wanted.handling)
    .where('readers', '=', sql<string[]>`${sql.val(readers)}::uuid[]`)
    .executeTakeFirstOrThrow()
  return id
}
