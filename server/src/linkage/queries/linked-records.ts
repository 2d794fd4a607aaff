import type { EventKind } from '@proofmark/domain/event-kind'
import type { RowKind } from '@proofmark/domain/row-kind'
import { SOURCE_TRAITS, type SourceKind } from '@proofmark/domain/source-kind'
import type { Context } from '../../access/context.ts'
import { isPosted } from '../../records/rules/is-posted.ts'
import { type PackedItem, unpackItem } from '../../records/rules/packed-item.ts'
import type { LinkedRecord } from '../rules/pair.ts'

interface Row extends Omit<LinkedRecord, 'item' | 'event' | 'register' | 'again' | 'loose' | 'lot' | 'many'> {
  readonly packed: PackedItem
  readonly rowKind: RowKind
  readonly quantity: string | null
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

const STANDING = `
  SELECT r.id AS record, r.vis, coalesce(r.first_id, r.id) AS entry, r.source_key AS key, s.id AS source,
    s.name AS "sourceName", s.kind, s.agency_id AS agency, s.four_eyes AS "fourEyes", d.item AS packed,
    v.row_kind AS "rowKind", v.quantity, v.event, v.place, v.date_from AS "from", v.date_to AS "to"
  FROM record r
  JOIN record_version v ON v.record_id = r.id AND v.version = r.version
  JOIN reading d ON d.record_id = r.id
  JOIN source s ON s.id = r.source_id
  WHERE r.id = ANY ($1::uuid[]) OR r.first_id = ANY ($1::uuid[])
  ORDER BY r.id`

/** A lot of ammunition, a loose part, or what speaks of many items at once: none of them is a firearm. */
const speaksOf = ({ rowKind, quantity }: Pick<Row, 'rowKind' | 'quantity'>) => ({
  loose: rowKind === 'component',
  lot: rowKind === 'ammunition-lot',
  many: !isPosted(rowKind, quantity === null ? null : Number(quantity)),
})

function linkedOf({ kind, packed, rowKind, quantity, event, from, to, ...row }: Row): LinkedRecord {
  return {
    ...row,
    kind,
    item: unpackItem(packed),
    event: { kind: event, from, to },
    again: COMES_AGAIN.has(kind) ? { from, to } : null,
    register: SOURCE_TRAITS[kind].listsOnce ? row.source : null,
    ...speaksOf({ rowKind, quantity }),
  }
}

/** Those of these records, and of the later holders of their entries, that stand and that the reader may see. */
export async function linkedRecords({ client }: Context, records: readonly string[]): Promise<LinkedRecord[]> {
  if (records.length === 0) return []
  const { rows } = await client.query<Row>({
    name: 'linked-records',
    text: STANDING,
    values: [records],
  })
  return rows.map(linkedOf)
}

/** What a record that stands is one firearm with, as far as it alone tells. */
export interface StandingRow extends Pick<Row, 'rowKind' | 'quantity'> {
  readonly record: string
  readonly entry: string
  /** Something that the reader may see joins it to another record, or keeps it apart from one. */
  readonly paired: boolean
}

/**
 * The rows of those of an array of records `r`, and of the later holders of their entries, that stand in their version `v`
 * and that the reader may see; `more`: further columns.
 */
export const standingRows = (records: string, more = ''): string => `
  SELECT r.id AS record, coalesce(r.first_id, r.id) AS entry, v.row_kind AS "rowKind", v.quantity,
    EXISTS (SELECT FROM pair_evidence e WHERE e.record_id = r.id)
      OR EXISTS (SELECT FROM judgement j WHERE j.record_id = r.id) AS paired${more}
  FROM record r
  JOIN record_version v ON v.record_id = r.id AND v.version = r.version
  WHERE r.id = ANY (${records}) OR r.first_id = ANY (${records})`

/** A record that is a firearm by itself, or a loose part, a lot, or what speaks of many. */
export type LoneRecord = Pick<LinkedRecord, 'record' | 'loose' | 'lot' | 'many'>

/**
 * Those of these rows that nothing joins to another: an entry of its own, without a later holder and without a pair that
 * the reader may see. Of them no more has to be asked to know that each is a firearm by itself.
 */
export function loneOf(rows: readonly StandingRow[]): LoneRecord[] {
  const entries = Map.groupBy(rows, ({ entry }) => entry)
  return rows
    .filter(({ record, entry, paired }) => !paired && record === entry && entries.get(entry)!.length === 1)
    .map((row) => ({ record: row.record, ...speaksOf(row) }))
}

/** Those of these records that nothing joins to another, in the reader's sight. */
export async function loneRecords({ client }: Context, records: readonly string[]): Promise<LoneRecord[]> {
  if (records.length === 0) return []
  const { rows } = await client.query<StandingRow>({
    name: 'lone-records',
    text: standingRows('$1::uuid[]'),
    values: [records],
  })
  return loneOf(rows)
}
