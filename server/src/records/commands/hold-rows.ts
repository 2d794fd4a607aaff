import type { Context } from '../../access/context.ts'
import type { KnownSource } from '../queries/find-source.ts'

/**
 * Writers of one source take turns, each for the rest of its transaction, and find what the others have written. Asked
 * for twice in one transaction, it is held once.
 */
export async function holdRows({ client }: Context, source: Pick<KnownSource, 'id'>): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`rows of ${source.id}`])
}
