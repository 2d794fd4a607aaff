import type { Context } from '../../access/context.ts'

/** Where these records say that it happened, as stated; of those that say so and that the reader sees. */
export async function statedPlaces({ client }: Context, records: readonly string[]): Promise<Map<string, string>> {
  if (records.length === 0) return new Map()
  const { rows } = await client.query<{ record: string; place: string }>({
    name: 'stated-places',
    text: `SELECT r.id AS record, v.stated ->> 'place' AS place
           FROM record r JOIN record_version v ON v.record_id = r.id AND v.version = r.version
           WHERE r.id = ANY ($1::uuid[]) AND v.stated ->> 'place' <> ''`,
    values: [records],
  })
  return new Map(rows.map(({ record, place }) => [record, place]))
}
