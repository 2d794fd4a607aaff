import type { Context } from '../../access/context.ts'
import { recordId } from '../../records/rules/record-id.ts'
import type { KeptItem } from './ballistic-items.ts'

/** The source into which confirmed hits enter, at each agency that examines. */
export const HIT_SOURCE = 'Ballistic hits'

/** Sources of confirmed hits by agency, and the records of them that there are. */
export interface HitRecords {
  readonly sources: ReadonlyMap<string, readonly string[]>
  readonly records: ReadonlySet<string>
}

/** What confirmed hits made of these items. */
export async function hitRecords({ client, recordSecret }: Context, items: readonly KeptItem[]): Promise<HitRecords> {
  const agencies = [...new Set(items.map(({ agency }) => agency))]
  const found = await client.query<{ id: string; agency: string }>(
    `SELECT id, agency_id AS agency FROM source
     WHERE agency_id = ANY ($1::uuid[]) AND kind = 'ballistic' AND name = $2 ORDER BY id`,
    [agencies, HIT_SOURCE],
  )
  const sources = new Map(
    [...Map.groupBy(found.rows, ({ agency }) => agency)].map(([agency, rows]) => [agency, rows.map(({ id }) => id)]),
  )
  const named = items.flatMap(({ id, agency }) =>
    (sources.get(agency) ?? []).map((source) => recordId(recordSecret, source, id)),
  )
  const { rows } = await client.query<{ id: string }>('SELECT id FROM record WHERE id = ANY ($1::uuid[])', [named])
  return { sources, records: new Set(rows.map(({ id }) => id)) }
}

/** The record that a confirmed hit made of a fired item; null where none did. */
export function hitRecordOf({ recordSecret }: Context, known: HitRecords, { id, agency }: KeptItem): string | null {
  const named = (known.sources.get(agency) ?? []).map((source) => recordId(recordSecret, source, id))
  return named.find((record) => known.records.has(record)) ?? null
}
