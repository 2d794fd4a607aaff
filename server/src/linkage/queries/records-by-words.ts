import { ProofmarkError } from '@proofmark/contract/errors'
import type { ItemRead } from '@proofmark/domain/item'
import { wordKey } from '@proofmark/matching/word-keys'
import type { Context } from '../../access/context.ts'
import { type PackedItem, unpackItem } from '../../records/rules/packed-item.ts'
import type { SearchPlace } from '../rules/search-place.ts'
import type { Words } from '../rules/search-words.ts'
import type { CandidateDetails } from './candidates.ts'

/** A record under whose keys the words stand, with what it states; whether they do in truth, the texts tell. */
export interface WordedRecord extends CandidateDetails {
  readonly item: ItemRead
  readonly stated: Readonly<Record<string, string>>
}

export interface WordedPage {
  /** Of the records that the reader may see, how many stand under the keys. */
  readonly total: number
  readonly records: readonly WordedRecord[]
  readonly more: boolean
}

export interface WordedRequest {
  readonly after: SearchPlace | null
  readonly limit: number
}

/**
 * The rarest of the words that must stand together may stand in so many records at most: all of them have to be put in
 * order before the latest is known.
 */
export const MOST_RECORDS = 100_000

/** A word in no more records than these is rare enough that it need not be known in how many the others stand. */
const FEW_RECORDS = 1_000

type Count = (key: number) => number

/** In how many records that the reader may see these keys stand, counted up to `most` and one. */
async function countKeys({ client }: Context, keys: readonly number[], most: number): Promise<Count> {
  const one = (_: number, at: number) =>
    `SELECT $${at + 2}::int4 AS key, count(*)::int4 AS n
     FROM (SELECT FROM posting WHERE key = $${at + 2} LIMIT $1) AS standing`
  const { rows } = await client.query<{ key: number; n: number }>(keys.map(one).join(' UNION ALL '), [
    most + 1,
    ...keys,
  ])
  const counts = new Map(rows.map(({ key, n }) => [key, n]))
  return (key) => counts.get(key) ?? 0
}

/** Of these ways, those of which every key stands somewhere, each with its rarest key first. */
const findingWays = (ways: readonly (readonly number[])[], count: Count) =>
  ways.map((keys) => [...keys].sort((one, other) => count(one) - count(other))).filter((keys) => count(keys[0]!) > 0)

/** The keys of each way that finds anything, the rarest first. */
async function findingKeys(context: Context, ways: readonly Words[], most: number): Promise<number[][]> {
  const words = new Map(ways.flat().map((word) => [wordKey(word), word]))
  const keys = [...words.keys()]
  const few = Math.min(FEW_RECORDS, most)
  const some = await countKeys(context, keys, few)
  const finding = findingWays(
    ways.map((way) => [...new Set(way.map(wordKey))]),
    some,
  )
  if (finding.every(([rarest]) => some(rarest!) <= few)) return finding
  const count = await countKeys(context, keys, most)
  const ordered = findingWays(finding, count)
  const tooMany = ordered.find(([rarest]) => count(rarest!) > most)
  if (tooMany) throw new ProofmarkError('search_too_wide', { word: words.get(tooMany[0]!)!, most })
  return ordered
}

/** Records that stand under every key of one of the ways. */
function standingUnder(ways: readonly (readonly number[])[]) {
  const values: number[] = []
  const parameter = (key: number) => `$${values.push(key)}::int4`
  const queries = ways.map(([rarest, ...others]) => {
    const joins = others.map(
      (key, at) => `JOIN posting p${at} ON p${at}.record_id = p.record_id AND p${at}.key = ${parameter(key)}`,
    )
    return `SELECT p.record_id FROM posting p ${joins.join(' ')} WHERE p.key = ${parameter(rarest!)}`
  })
  return { text: queries.join(' UNION '), values }
}

interface Row extends Omit<WordedRecord, 'item' | 'date'> {
  readonly packed: PackedItem
  readonly dateFrom: string | null
  readonly dateTo: string | null
}

/** The days by which records are ordered, latest first; where a source does not say when, the record comes last. */
const DAY_TO = `coalesce(v.date_to, '-infinity')`
const DAY_FROM = `coalesce(v.date_from, '-infinity')`

/** A page of what a query finds: first the days alone are put in order, then the page is fetched whole. */
const pageOf = (found: string, behind: string, limit: string) => `
  SELECT r.id AS record, r.source_key AS key, s.name AS source, a.id AS "agencyId", a.name AS agency, v.event,
    v.date_from AS "dateFrom", v.date_to AS "dateTo", v.stated, d.item AS packed
  FROM (
    SELECT r.id, r.version, ${DAY_TO} AS day_to, ${DAY_FROM} AS day_from
    FROM (${found}) AS found
    JOIN record r ON r.id = found.record_id
    JOIN record_version v ON v.record_id = r.id AND v.version = r.version
    ${behind}
    ORDER BY day_to DESC, day_from DESC, r.id DESC LIMIT ${limit}
  ) AS page
  JOIN record r ON r.id = page.id
  JOIN record_version v ON v.record_id = page.id AND v.version = page.version
  JOIN reading d ON d.record_id = page.id
  JOIN source s ON s.id = r.source_id
  JOIN agency a ON a.id = s.agency_id
  ORDER BY page.day_to DESC, page.day_from DESC, page.id DESC`

/**
 * The records that the reader may see under the keys of one of these ways, latest event first, after a place; all by
 * equality on the postings, since row-level security lets nothing else use an index. Throws `search_too_wide` where
 * even the rarest word stands in more than `most` records.
 */
export async function recordsByWords(
  context: Context,
  ways: readonly Words[],
  { after, limit }: WordedRequest,
  most = MOST_RECORDS,
): Promise<WordedPage> {
  const keys = await findingKeys(context, ways, most)
  if (keys.length === 0) return { total: 0, records: [], more: false }
  const { client } = context
  const found = standingUnder(keys)
  const counted = await client.query<{ total: number }>(
    `SELECT count(*)::int4 AS total FROM (${found.text}) AS found`,
    found.values,
  )
  const values: unknown[] = [...found.values]
  const parameter = (value: unknown, type: string) => `$${values.push(value)}::${type}`
  const day = (value: string | null) => parameter(value ?? '-infinity', 'date')
  const behind = after
    ? `WHERE (${DAY_TO}, ${DAY_FROM}, r.id) < (${day(after.to)}, ${day(after.from)}, ${parameter(after.record, 'uuid')})`
    : ''
  const { rows } = await client.query<Row>(pageOf(found.text, behind, parameter(limit + 1, 'int8')), values)
  return { total: counted.rows[0]!.total, records: rows.slice(0, limit).map(worded), more: rows.length > limit }
}

function worded({ packed, dateFrom, dateTo, ...row }: Row): WordedRecord {
  return { ...row, date: { from: dateFrom, to: dateTo }, item: unpackItem(packed) }
}
