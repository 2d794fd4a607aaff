import type { RowKind } from '@proofmark/domain/row-kind'
import { countedSerial, serialAt } from '@proofmark/domain/serial-count'
import { skeleton } from '@proofmark/domain/serial-norm'
import { countOfRanges, type SerialRange } from '@proofmark/domain/serial-range'
import { exactKeys } from '@proofmark/matching/query-keys'
import { keysOfRangesOver, rangeShapeKey } from '@proofmark/matching/range-keys'
import type { Context } from '../../access/context.ts'
import { type RangeJoin, type RangeRecord, rangeJoin, rangesOf } from '../rules/graph/range-join.ts'

interface Row {
  readonly record: string
  readonly norm: string | null
  readonly make: string | null
  readonly makeSaid: string | null
  readonly model: string | null
  readonly modelSaid: string | null
  readonly serial: string | null
  readonly document: string | null
  readonly rowKind: RowKind
  readonly quantity: string | null
}

const SAID = `
  SELECT r.id AS record, d.norm, d.make, v.stated ->> 'make' AS "makeSaid", d.model, v.stated ->> 'model' AS "modelSaid",
    v.stated ->> 'serial' AS serial, nullif(v.stated ->> 'ref', '') AS document, v.row_kind AS "rowKind", v.quantity
  FROM record r
  JOIN record_version v ON v.record_id = r.id AND v.version = r.version
  JOIN reading d ON d.record_id = r.id`

const recordOf = ({ make, makeSaid, model, modelSaid, quantity, ...row }: Row): RangeRecord => ({
  ...row,
  make: { code: make, said: makeSaid },
  model: { code: model, said: modelSaid },
  quantity: quantity === null ? null : Number(quantity),
})

/** So many records at most are looked at for one question. */
const MOST_READ = 2_000
/** The numbers of so long a range are looked for one by one; of a longer one, its first. */
const MOST_NUMBERS = 10_000

/** What these records say by which they may lie in a range, or state one; of those that stand and that the reader may see. */
export async function rangeRecords({ client }: Context, records: readonly string[]): Promise<readonly RangeRecord[]> {
  if (records.length === 0) return []
  const { rows } = await client.query<Row>({
    name: 'range-own',
    text: `${SAID} WHERE r.id = ANY ($1::uuid[])`,
    values: [records],
  })
  return rows.map(recordOf)
}

/** Of which of these counts some range is on record, among what the reader may see: most numbers are of none. */
async function countsWithRanges({ client }: Context, norms: readonly string[]): Promise<ReadonlySet<number | null>> {
  const counts = [...new Set(norms.flatMap((norm) => rangeShapeKey(norm) ?? []))]
  if (counts.length === 0) return new Set()
  const { rows } = await client.query<{ key: number }>({
    name: 'range-counts',
    text: `SELECT asked.key FROM unnest($1::int4[]) AS asked (key)
           WHERE EXISTS (SELECT FROM posting p WHERE p.key = asked.key)`,
    values: [counts],
  })
  return new Set(rows.map(({ key }) => key))
}

/**
 * The ranges in which the numbers of these records lie, among what the reader may see: found under the keys of their blocks, where
 * any range of their count is on record.
 */
export async function rangesOver(context: Context, numbered: readonly RangeRecord[]): Promise<readonly RangeJoin[]> {
  const { client } = context
  const norms = [...new Set(numbered.flatMap(({ norm }) => norm ?? []))]
  const counts = await countsWithRanges(context, norms)
  const keys = new Set(norms.filter((norm) => counts.has(rangeShapeKey(norm))).flatMap(keysOfRangesOver))
  if (keys.size === 0) return []
  const { rows } = await client.query<Row>({
    name: 'range-over',
    text: `${SAID} WHERE r.id IN (SELECT record_id FROM posting WHERE key = ANY ($1::int4[]))
           ORDER BY r.id LIMIT ${MOST_READ}`,
    values: [[...keys]],
  })
  return rows.map(recordOf).flatMap((stating) => numbered.flatMap((each) => rangeJoin(each, stating) ?? []))
}

/** The numbers of these ranges in their order, the first of them where there are more than are looked for. */
function numbersOf(ranges: readonly SerialRange[]): string[] {
  const numbers: string[] = []
  for (const { first, count } of ranges) {
    const counted = countedSerial(first)!
    for (let at = 0; at < count && numbers.length < MOST_NUMBERS; at++)
      numbers.push(serialAt(counted, Number(counted.digits) + at))
  }
  return numbers
}

/**
 * The records whose numbers lie in the ranges that this one states, among what the reader may see, in the order of their
 * numbers; `unasked`: so many numbers of a long range were not looked for.
 */
export async function withinRanges(
  { client }: Context,
  stating: RangeRecord,
): Promise<{ readonly joins: readonly RangeJoin[]; readonly unasked: number }> {
  const ranges = rangesOf(stating)
  if (ranges.length === 0) return { joins: [], unasked: 0 }
  const numbers = numbersOf(ranges)
  const keys = new Set(numbers.flatMap((number) => exactKeys({ skeleton: skeleton(number) })))
  const { rows } = await client.query<Row>({
    name: 'range-within',
    text: `${SAID} WHERE r.id IN (SELECT record_id FROM posting WHERE key = ANY ($1::int4[])) AND d.norm = ANY ($2::text[])
           ORDER BY d.norm, r.id LIMIT ${MOST_READ}`,
    values: [[...keys], numbers],
  })
  return {
    joins: rows.map(recordOf).flatMap((each) => rangeJoin(each, stating) ?? []),
    unasked: countOfRanges(ranges) - numbers.length,
  }
}
