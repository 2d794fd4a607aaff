import { sql } from 'kysely'
import type { ReaderTransaction } from '../../store/reader-transaction.ts'
import type { VisibilityClass } from '../rules/may-read.ts'

/** The number of this visibility class; a new one where there is none yet. */
export async function internVisibility(
  { query }: Pick<ReaderTransaction, 'query'>,
  wanted: Omit<VisibilityClass, 'id'>,
): Promise<number> {
  const pairs = [...wanted.readers].sort((one, other) => (one.agency < other.agency ? -1 : 1))
  const readers = pairs.map(({ agency }) => agency)
  const ends = pairs.map(({ end }) => end)
  await query
    .insertInto('visibility')
    .values({
      agency_id: wanted.agency,
      source_visibility: wanted.sourceVisibility,
      handling: wanted.handling,
      readers,
      reader_ends: ends,
      compartment_id: wanted.compartment ?? null,
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
    .where('reader_ends', '=', sql<Date[]>`${sql.val(ends)}::timestamptz[]`)
    .where('compartment_id', 'is not distinct from', wanted.compartment ?? null)
    .executeTakeFirstOrThrow()
  return id
}
