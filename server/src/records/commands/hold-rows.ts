import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import type { KnownSource } from '../queries/find-source.ts'

type OfSource = Pick<KnownSource, 'id'>

/**
 * Writers of one source take turns, each for the rest of its transaction, and find what the others have written. Asked
 * for twice in one transaction, it is held once.
 */
export async function takeTurn({ client }: Pick<Context, 'client'>, source: OfSource): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`rows of ${source.id}`])
}

const RELEASED_SINCE = `
  SELECT EXISTS (
    SELECT FROM visibility c JOIN source s ON s.agency_id = c.agency_id
    WHERE s.id = $1 AND c.readers <> '{}' AND c.id <> ALL ($2::int4[])
  ) AS since`

/**
 * Takes the turn to write rows of a source. Throws `records_moved` where records of its agency were released in the moment
 * since it was settled what this transaction sees: they would be hidden from it, and taken for new ones.
 */
export async function holdRows(context: Context, source: OfSource): Promise<void> {
  await takeTurn(context, source)
  const { rows } = await context.client.query<{ since: boolean }>(RELEASED_SINCE, [source.id, context.reader.classes])
  if (rows[0]?.since === true) throw new ProofmarkError('records_moved')
}
