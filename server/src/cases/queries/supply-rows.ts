import type { EventKind } from '@proofmark/domain/event-kind'
import type { RowKind } from '@proofmark/domain/row-kind'
import type { Context } from '../../access/context.ts'

/** What a record says of the supply that it speaks of, as stated. */
export interface SupplyRow {
  readonly record: string
  readonly source: string
  readonly key: string
  readonly event: EventKind
  readonly rowKind: RowKind
  /** A licence, a packing list, a delivery note. */
  readonly document: string | null
  /** A number, a lot, or the first and last of a run. */
  readonly numbers: string | null
  readonly quantity: number | null
  readonly fromDay: string | null
  readonly toDay: string | null
}

/** What these records say of a supply, of those that stand and that the reader may see. */
export async function supplyRows(
  { client }: Context,
  records: readonly string[],
): Promise<ReadonlyMap<string, SupplyRow>> {
  if (records.length === 0) return new Map()
  const { rows } = await client.query<Omit<SupplyRow, 'quantity'> & { readonly quantity: string | null }>({
    name: 'supply-rows',
    text: `SELECT r.id AS record, s.name AS source, r.source_key AS key, v.event, v.row_kind AS "rowKind",
             nullif(v.stated ->> 'ref', '') AS document, nullif(v.stated ->> 'serial', '') AS numbers, v.quantity,
             v.date_from AS "fromDay", v.date_to AS "toDay"
           FROM record r
           JOIN record_version v ON v.record_id = r.id AND v.version = r.version
           JOIN source s ON s.id = r.source_id
           WHERE r.id = ANY ($1::uuid[])`,
    values: [records],
  })
  return new Map(
    rows.map((row) => [row.record, { ...row, quantity: row.quantity === null ? null : Number(row.quantity) }]),
  )
}
