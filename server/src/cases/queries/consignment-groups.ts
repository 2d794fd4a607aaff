import { wordKey } from '@proofmark/matching/word-keys'
import type { Context } from '../../access/context.ts'
import {
  consignmentKey,
  type Documented,
  documentWord,
  MOST_OF_DOCUMENT,
  SUPPLY_EVENTS,
} from '../rules/graph/documents.ts'

/** Records that came by one document on one day. */
export interface ConsignmentGroup {
  /** The smallest of its records that the reader may see, by which it is named. */
  readonly name: string
  readonly ref: string
  readonly from: string
  readonly to: string
  readonly records: readonly string[]
  /** Of how many different items: by their numbers. */
  readonly items: number
  /** So many stand under it that it is no consignment. */
  readonly common: boolean
}

/** A record of a supply with what it says of its document. */
export interface DocumentedRow extends Documented {
  readonly skeleton: string | null
}

export const STATED = (supplyEvents: string) => `
  SELECT r.id AS record, v.stated ->> 'ref' AS ref, v.date_from AS "from", v.date_to AS "to", d.skeleton
  FROM record r
  JOIN record_version v ON v.record_id = r.id AND v.version = r.version
  JOIN reading d ON d.record_id = r.id
  WHERE v.stated ->> 'ref' IS NOT NULL AND v.event = ANY (${supplyEvents})`

/**
 * The consignments to which these records belong, among what the reader may see: by the document that each names and its
 * day, found under the keys of the document's number.
 */
export async function consignmentGroups(context: Context, records: readonly string[]): Promise<ConsignmentGroup[]> {
  if (records.length === 0) return []
  const { rows } = await context.client.query<DocumentedRow>({
    name: 'consignment-own',
    text: `${STATED('$2::text[]')} AND r.id = ANY ($1::uuid[])`,
    values: [records, SUPPLY_EVENTS],
  })
  return groupsOfDocuments(context, rows)
}

/** The consignments to which these rows belong, among what the reader may see. */
export async function groupsOfDocuments(
  { client }: Context,
  own: readonly DocumentedRow[],
): Promise<ConsignmentGroup[]> {
  const wanted = new Set(own.flatMap((row) => consignmentKey(row) ?? []))
  if (wanted.size === 0) return []
  const keys = [...new Set(own.flatMap(({ ref }) => documentWord(ref) ?? []).map(wordKey))]
  const beside = await client.query<DocumentedRow>({
    name: 'consignment-beside',
    text: `${STATED('$2::text[]')} AND r.id IN (SELECT record_id FROM posting WHERE key = ANY ($1::int4[]))`,
    values: [keys, SUPPLY_EVENTS],
  })
  const groups = Map.groupBy(beside.rows, (row) => consignmentKey(row) ?? '')
  return [...groups]
    .filter(([key]) => wanted.has(key))
    .map(([, rows]) => {
      const ids = rows.map(({ record }) => record).sort()
      const { ref, from, to } = rows.find(({ record }) => record === ids[0])!
      const items = new Set(rows.map(({ skeleton, record }) => skeleton ?? record)).size
      const days = { from: from!, to: to ?? from! }
      return { name: ids[0]!, ref, ...days, records: ids, items, common: ids.length > MOST_OF_DOCUMENT }
    })
    .filter(({ items }) => items > 1)
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}
