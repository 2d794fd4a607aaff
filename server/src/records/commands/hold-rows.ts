import type { Context } from '../../access/context.ts'
import { needCurrentClasses } from '../../access/queries/need-current-classes.ts'
import type { KnownSource } from '../queries/find-source.ts'

type OfSource = Pick<KnownSource, 'id'>

/**
 * Writers of one source take turns, each for the rest of its transaction, and find what the others have written. Asked
 * for twice in one transaction, it is held once.
 */
export async function takeTurn({ client }: Pick<Context, 'client'>, source: OfSource): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`rows of ${source.id}`])
}

/**
 * Takes the turn to write rows of a source. Throws `records_moved` where records of its agency were released in the
 * moment since it was settled what this transaction sees: they would be hidden from it, and taken for new ones.
 */
export async function holdRows(context: Context, source: OfSource): Promise<void> {
  await takeTurn(context, source)
  const { agency_id } = await context.query
    .selectFrom('source')
    .select('agency_id')
    .where('id', '=', source.id)
    .executeTakeFirstOrThrow()
  await needCurrentClasses(context, agency_id)
}
