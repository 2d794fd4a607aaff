import { sql } from 'kysely'
import type { Context } from '../../access/context.ts'
import { insertNumbered } from '../../store/moment-number.ts'
import { stewardsAgency } from '../policy/stewards-agency.ts'
import type { ReadPack } from '../rules/pack-file.ts'
import { takeTurn } from './record-decision.ts'

/**
 * Takes in a pack that was read, to be looked at: none of its decisions counts before it is taken over. The same pack taken
 * in twice is one, unless the first was taken back. Answers its number. Throws what `stewardsAgency` throws.
 */
export async function importPack(
  context: Context,
  { pack, agency: name }: { readonly pack: ReadPack; readonly agency?: string | undefined },
): Promise<string> {
  const agency = await stewardsAgency(context, name)
  await takeTurn(context, agency.id)
  const { query, reader, client } = context
  const { heading, rows, sha256 } = pack
  const known = await query
    .selectFrom('vocabulary_pack')
    .select('id')
    .where('agency_id', '=', agency.id)
    .where('sha256', '=', sha256)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst()
  if (known) return known.id
  const last = sql<string | null>`SELECT max(id) FROM vocabulary_pack WHERE agency_id = ${agency.id}`
  const id = await insertNumbered(last, (number) =>
    query
      .insertInto('vocabulary_pack')
      .values({
        id: number,
        agency_id: agency.id,
        name: heading.name,
        state: heading.state,
        keeper: heading.agency,
        licence: heading.licence,
        provenance: heading.provenance,
        made_on: heading.made,
        tables: heading.tables,
        sha256,
        imported_by: reader.account,
        taken_back_by: null,
        taken_back_at: null,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst(),
  )
  const column = (key: keyof ReadPack['rows'][number]['decision']) => rows.map(({ decision }) => decision[key])
  await client.query(
    `INSERT INTO vocabulary_pack_row (pack_id, row, field, stated, make, code, said, name, country, records, fault)
     SELECT $1, row, field, stated, make, code, said, name, country, records, fault
     FROM unnest($2::int4[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
       $10::text[], $11::text[]) AS r (row, field, stated, make, code, said, name, country, records, fault)`,
    [
      id,
      rows.map(({ row }) => row),
      column('field'),
      column('text'),
      column('make'),
      column('code'),
      column('said'),
      column('name'),
      column('country'),
      column('records'),
      rows.map(({ fault }) => fault),
    ],
  )
  await context.audit({
    action: 'vocabulary.pack_imported',
    subjects: [agency.id],
    body: { pack: id, name: heading.name, sha256, rows: rows.length },
  })
  return id
}
