import type { EventKind } from '@proofmark/domain/event-kind'
import type { ItemRead } from '@proofmark/domain/item'
import type { Context } from '../../access/context.ts'
import { type PackedItem, unpackItem } from '../../records/rules/packed-item.ts'

/** A record that shares a key with the query, as the reader may see it. */
export interface CandidateRecord {
  readonly record: string
  readonly key: string
  readonly source: string
  readonly agencyId: string
  readonly agency: string
  readonly event: EventKind
  readonly date: { readonly from: string | null; readonly to: string | null }
  readonly item: ItemRead
}

/** A common value may be shared by half a register; beyond this many the best are not among so many anyway. */
export const LOOKED_AT_LIMIT = 2_000

interface Row extends Omit<CandidateRecord, 'item' | 'date'> {
  packed: PackedItem
  dateFrom: string | null
  dateTo: string | null
}

/** The records posted under any of these keys, at most {@link LOOKED_AT_LIMIT}. */
export async function candidatesByKeys({ client }: Context, keys: readonly number[]): Promise<CandidateRecord[]> {
  if (keys.length === 0) return []
  const { rows } = await client.query<Row>({
    name: 'candidates-by-keys',
    text: `SELECT r.id AS record, r.source_key AS key, s.name AS source, a.id AS "agencyId", a.name AS agency, v.event,
             v.date_from AS "dateFrom", v.date_to AS "dateTo", d.item AS packed
           FROM (SELECT DISTINCT record_id FROM posting WHERE key = ANY ($1::int4[]) LIMIT ${LOOKED_AT_LIMIT}) p
           JOIN record r ON r.id = p.record_id
           JOIN record_version v ON v.record_id = r.id AND v.version = r.version
           JOIN reading d ON d.record_id = r.id
           JOIN source s ON s.id = r.source_id
           JOIN agency a ON a.id = s.agency_id`,
    values: [keys],
  })
  return rows.map(({ packed, dateFrom, dateTo, ...row }) => ({
    ...row,
    date: { from: dateFrom, to: dateTo },
    item: unpackItem(packed),
  }))
}

/** How many standing records the reader may see. */
export async function countEntries({ client }: Context): Promise<number> {
  const { rows } = await client.query<{ entries: string }>({
    name: 'count-entries',
    text: 'SELECT coalesce(sum(records), 0) AS entries FROM class_tally',
  })
  return Number(rows[0]?.entries ?? 0)
}
