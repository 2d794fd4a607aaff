import { sql } from 'kysely'
import type { Context } from '../../access/context.ts'
import { insertNumbered } from '../../store/moment-number.ts'
import type { DecidedMeaning, DecidedText } from '../rules/check-decision.ts'

/**
 * Lets one transaction at a time decide for an agency. So its decisions are committed in the order of their numbers,
 * and who has seen one has seen all before it: a record's vocabulary is told by the last number alone.
 */
export async function takeTurn({ client }: Context, agency: string): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`vocabulary of ${agency}`])
}

/** Where a decision comes from beside whoever takes it. */
interface Origin {
  /** The pack that it is taken over from. */
  readonly pack?: string | null
  /** Records that wait by the text. */
  readonly records?: number | null
}

/** Writes a decision, or with neither code nor word a withdrawal; answers its number. The caller has its turn. */
export async function recordDecision(
  { query, reader }: Context,
  agency: string,
  { field, text, key, make }: DecidedText,
  { code, said, name, country }: DecidedMeaning,
  { pack = null, records = null }: Origin = {},
): Promise<string> {
  const last = sql<string | null>`SELECT max(id) FROM vocabulary_decision WHERE agency_id = ${agency}`
  return insertNumbered(last, (number) =>
    query
      .insertInto('vocabulary_decision')
      .values({
        id: number,
        agency_id: agency,
        field,
        text_key: key,
        stated: text,
        make,
        code,
        said,
        name,
        country,
        pack_id: pack,
        records: records === null ? null : String(records),
        decided_by: reader.account,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst(),
  )
}
