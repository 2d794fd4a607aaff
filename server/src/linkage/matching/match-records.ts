import type { EventKind } from '@proofmark/domain/event-kind'
import type { RowKind } from '@proofmark/domain/row-kind'
import { SOURCE_TRAITS, type SourceKind } from '@proofmark/domain/source-kind'
import type pg from 'pg'
import { isPosted } from '../../records/rules/is-posted.ts'
import { type PackedItem, unpackItem } from '../../records/rules/packed-item.ts'
import type { ComparedRecord } from '../rules/pair-evidence.ts'

/** A standing record as the matching process sees it. */
export interface MatchRecord extends ComparedRecord {
  readonly vis: number
  readonly entry: string
  /** The source, where it lists each firearm once: such an entry is asked for, and does not ask. */
  readonly register: string | null
  /** Does it speak of an item of its own? A consignment of many does not. */
  readonly posted: boolean
}

/** A row of {@link MATCH_RECORD}. */
export interface MatchRow {
  readonly record: string
  readonly vis: number
  readonly entry: string
  readonly source: string
  readonly kind: SourceKind
  readonly packed: PackedItem
  readonly rowKind: RowKind
  readonly quantity: string | null
  readonly event: EventKind
  readonly from: string | null
  readonly to: string | null
  readonly place: string | null
}

/** The columns of a {@link MatchRecord}, of `record r`. */
export const MATCH_RECORD = `
  SELECT r.id AS record, r.vis, coalesce(r.first_id, r.id) AS entry, s.id AS source, s.kind, d.item AS packed,
    v.row_kind AS "rowKind", v.quantity, v.event, v.date_from AS "from", v.date_to AS "to", v.place
  FROM record r
  JOIN record_version v ON v.record_id = r.id AND v.version = r.version
  JOIN reading d ON d.record_id = r.id
  JOIN source s ON s.id = r.source_id`

/** The record that a row tells of. */
export function matchRecord({
  packed,
  kind,
  source,
  rowKind,
  quantity,
  event,
  from,
  to,
  ...row
}: MatchRow): MatchRecord {
  return {
    ...row,
    kind,
    item: unpackItem(packed),
    event: { kind: event, from, to },
    register: SOURCE_TRAITS[kind].listsOnce ? source : null,
    loose: rowKind === 'component',
    lot: rowKind === 'ammunition-lot',
    posted: isPosted(rowKind, quantity === null ? null : Number(quantity)),
  }
}

/** Those of these records that stand, by their identifiers. */
export async function matchRecords(
  client: pg.ClientBase,
  records: readonly string[],
): Promise<Map<string, MatchRecord>> {
  if (records.length === 0) return new Map()
  const { rows } = await client.query<MatchRow>({
    name: 'match-records',
    text: `${MATCH_RECORD} WHERE r.id = ANY ($1::uuid[])`,
    values: [records],
  })
  return new Map(rows.map((row) => [row.record, matchRecord(row)]))
}
