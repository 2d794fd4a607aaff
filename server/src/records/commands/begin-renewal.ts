import { TABLES_VERSION } from '@proofmark/domain/tables-version'
import { sql } from 'kysely'
import type { Context } from '../../access/context.ts'
import { insertNumbered } from '../../store/moment-number.ts'
import { stewardsAgency } from '../policy/stewards-agency.ts'
import { loadVocabulary } from '../queries/vocabulary.ts'
import type { RenewalScope } from './read-again.ts'

/** Reading an agency's records again, as it was begun. */
export interface Renewal extends RenewalScope {
  readonly id: string
}

/** By which tables and words an agency's records would be read now. Throws what `stewardsAgency` throws. */
export async function renewalScope(context: Context, agencyName: string | undefined): Promise<RenewalScope> {
  const agency = await stewardsAgency(context, agencyName)
  return { agency: agency.id, vocabulary: await loadVocabulary(context, agency.id) }
}

/**
 * Begins to read an agency's records again by the tables and the vocabulary of now, or goes on where the last try by the
 * same ones was stopped, failed or killed. One that is under way by older ones is stopped: it would be overtaken.
 */
export async function beginRenewal(context: Context, agencyName: string | undefined): Promise<Renewal> {
  const scope = await renewalScope(context, agencyName)
  const { client, query, reader, audit } = context
  const { agency, vocabulary } = scope
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`renewal of ${agency}`])
  const open = await query
    .selectFrom('renewal')
    .select(['id', 'tables', 'vocabulary', 'records', 'changed'])
    .where('agency_id', '=', agency)
    .where('state', 'in', ['running', 'stopped', 'failed'])
    .orderBy('id', 'desc')
    .execute()
  const same = open.find((each) => each.tables === TABLES_VERSION && each.vocabulary === vocabulary.version)
  await query
    .updateTable('renewal')
    .set({ state: 'stopped' })
    .where('agency_id', '=', agency)
    .where('state', '=', 'running')
    .execute()
  const started = { tables: TABLES_VERSION, vocabulary: vocabulary.version, state: 'running' as const }
  const last = sql<string | null>`SELECT max(id) FROM renewal WHERE agency_id = ${agency}`
  const id = same
    ? (
        await query
          .updateTable('renewal')
          .set({ state: 'running', finished_at: null })
          .where('id', '=', same.id)
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id
    : await insertNumbered(last, (number) =>
        query
          .insertInto('renewal')
          .values({
            id: number,
            agency_id: agency,
            ...started,
            last_record: null,
            started_by: reader.account,
            finished_at: null,
          })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .returning('id')
          .executeTakeFirst(),
      )
  const body = { records: Number(same?.records ?? 0), changed: Number(same?.changed ?? 0) }
  await audit({ action: 'readings.renewed', subjects: [agency], body })
  return { ...scope, id }
}
