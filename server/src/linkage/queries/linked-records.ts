import type { EventKind } from '@proofmark/domain/event-kind'
import type { RowKind } from '@proofmark/domain/row-kind'
import { SOURCE_TRAITS, type SourceKind } from '@proofmark/domain/source-kind'
import type { Context } from '../../access/context.ts'
import { type PackedItem, unpackItem } from '../../records/rules/packed-item.ts'
import type { LinkedRecord } from '../rules/pair.ts'

interface Row extends Omit<LinkedRecord, 'item' | 'event' | 'register' | 'again' | 'loose' | 'lot'> {
  readonly packed: PackedItem
  readonly rowKind: RowKind
  readonly event: EventKind
  readonly from: string | null
  readonly to: string | null
}

/** Sources of what may befall one firearm more than once: it is then told in them more than once. */
const COMES_AGAIN: ReadonlySet<SourceKind> = new Set<SourceKind>([
  'loss-theft',
  'seizure',
  'find',
  'surrender',
  'return',
  'examination',
  'ballistic',
])

/** Those of these records, and of the later holders of their entries, that stand and that the reader may see. */
export async function linkedRecords({ client }: Context, records: readonly string[]): Promise<LinkedRecord[]> {
  if (records.length === 0) return []
  const { rows } = await client.query<Row>({
    name: 'linked-records',
    text: `SELECT r.id AS record, r.vis, coalesce(r.first_id, r.id) AS entry, r.source_key AS key, s.id AS source,
             s.name AS "sourceName", s.kind, s.agency_id AS agency, s.four_eyes AS "fourEyes", d.item AS packed,
             v.row_kind AS "rowKind", v.event, v.place, v.date_from AS "from", v.date_to AS "to"
           FROM record r
           JOIN record_version v ON v.record_id = r.id AND v.version = r.version
           JOIN reading d ON d.record_id = r.id
           JOIN source s ON s.id = r.source_id
           WHERE r.id = ANY ($1::uuid[]) OR r.first_id = ANY ($1::uuid[])
           ORDER BY r.id`,
    values: [records],
  })
  return rows.map(({ kind, packed, rowKind, event, from, to, ...row }) => ({
    ...row,
    kind,
    item: unpackItem(packed),
    event: { kind: event, from, to },
    again: COMES_AGAIN.has(kind) ? { from, to } : null,
    register: SOURCE_TRAITS[kind].listsOnce ? row.source : null,
    loose: rowKind === 'component',
    lot: rowKind === 'ammunition-lot',
  }))
}
