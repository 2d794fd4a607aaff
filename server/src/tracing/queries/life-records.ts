import type { EventKind } from '@proofmark/domain/event-kind'
import type { RowKind } from '@proofmark/domain/row-kind'
import type { SourceKind } from '@proofmark/domain/source-kind'
import type { Context } from '../../access/context.ts'
import { type PackedItem, unpackItem } from '../../records/rules/packed-item.ts'
import type { KnownRecord } from '../rules/facts-of-item.ts'

interface Row {
  readonly record: string
  readonly key: string
  readonly entry: string
  readonly sourceId: string
  readonly sourceName: string
  readonly sourceKind: string
  readonly agency: string
  readonly event: string
  readonly rowKind: string
  readonly dateFrom: string | null
  readonly dateTo: string | null
  readonly untilFrom: string | null
  readonly untilTo: string | null
  readonly reportedFrom: string | null
  readonly reportedTo: string | null
  readonly place: string | null
  readonly reason: string | null
  readonly packed: unknown
}

const said = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim())

function known(row: Row): KnownRecord {
  const { record, key, entry, agency } = row
  return {
    record,
    key,
    entry,
    agency,
    source: { id: row.sourceId, name: row.sourceName, kind: row.sourceKind as SourceKind },
    event: row.event as EventKind,
    rowKind: row.rowKind as RowKind,
    date: { from: row.dateFrom, to: row.dateTo },
    until: { from: row.untilFrom, to: row.untilTo },
    reported: { from: row.reportedFrom, to: row.reportedTo },
    place: said(row.place),
    reason: said(row.reason),
    item: unpackItem(row.packed as PackedItem),
  }
}

/** These records as they stand, by identifier; those that the reader may not see, or of which no version stands, are left out. */
export async function lifeRecords(
  { client }: Context,
  records: readonly string[],
): Promise<ReadonlyMap<string, KnownRecord>> {
  const { rows } = await client.query<Row>({
    name: 'life-records',
    text: `SELECT r.id AS record, r.source_key AS key, coalesce(r.first_id, r.id) AS entry,
             s.id AS "sourceId", s.name AS "sourceName", s.kind AS "sourceKind", g.name AS agency,
             v.event, v.row_kind AS "rowKind", v.date_from AS "dateFrom", v.date_to AS "dateTo",
             v.until_from AS "untilFrom", v.until_to AS "untilTo",
             v.reported_from AS "reportedFrom", v.reported_to AS "reportedTo",
             v.stated->>'place' AS place, v.stated->>'reason' AS reason, d.item AS packed
           FROM record r
           JOIN record_version v ON v.record_id = r.id AND v.version = r.version
           JOIN reading d ON d.record_id = r.id
           JOIN source s ON s.id = r.source_id
           JOIN agency g ON g.id = s.agency_id
           WHERE r.id = ANY ($1::uuid[])
           ORDER BY r.id`,
    values: [records],
  })
  return new Map(rows.map((row) => [row.record, known(row)]))
}
