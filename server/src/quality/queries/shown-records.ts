import type { ItemRead } from '@proofmark/domain/item'
import type { Context } from '../../access/context.ts'
import { type PackedItem, unpackItem } from '../../records/rules/packed-item.ts'

/** A standing record as the page of quality shows it. */
export interface ShownRecord {
  readonly record: string
  readonly source: string
  readonly sourceId: string
  readonly key: string
  readonly agency: string
  readonly agencyId: string
  readonly item: ItemRead
}

/** Those of these records that stand and that the reader sees. */
export async function shownRecords({ client }: Context, records: readonly string[]): Promise<Map<string, ShownRecord>> {
  if (records.length === 0) return new Map()
  const { rows } = await client.query<Omit<ShownRecord, 'item'> & { packed: PackedItem }>({
    name: 'quality-records',
    text: `SELECT r.id AS record, s.name AS source, s.id AS "sourceId", r.source_key AS key, a.name AS agency,
             a.id AS "agencyId", d.item AS packed
           FROM record r
           JOIN reading d ON d.record_id = r.id
           JOIN source s ON s.id = r.source_id
           JOIN agency a ON a.id = s.agency_id
           WHERE r.id = ANY ($1::uuid[]) AND r.version IS NOT NULL`,
    values: [records],
  })
  return new Map(rows.map(({ packed, ...row }) => [row.record, { ...row, item: unpackItem(packed) }]))
}
