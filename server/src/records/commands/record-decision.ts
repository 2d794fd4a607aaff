import type { Context } from '../../access/context.ts'
import type { DecidedMeaning, DecidedText } from '../rules/check-decision.ts'

/**
 * Lets one transaction at a time decide for an agency. So its decisions are committed in the order of their numbers,
 * and who has seen one has seen all before it: a record's vocabulary is told by the last number alone.
 */
export async function takeTurn({ client }: Context, agency: string): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`vocabulary of ${agency}`])
}

/** Writes a decision, or with neither code nor word a withdrawal; answers its number. The caller has its turn. */
export async function recordDecision(
  { query, reader }: Context,
  agency: string,
  { field, text, key, make }: DecidedText,
  meaning: DecidedMeaning,
): Promise<string> {
  const { id } = await query
    .insertInto('vocabulary_decision')
    .values({ agency_id: agency, field, text_key: key, stated: text, make, ...meaning, decided_by: reader.account })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
