import { LONGEST_WORD } from '@proofmark/contract/searched-fields'
import { foldKey } from '@proofmark/domain/fold'
import { searchedWords } from '@proofmark/domain/searched-words'
import { wordKey } from '@proofmark/matching/word-keys'
import type { Context } from '../../access/context.ts'

/** A record that states where it happened. */
export interface PlacedRecord {
  readonly record: string
  readonly place: string
  readonly from: string | null
  readonly to: string | null
}

/** Records that state one place. */
export interface PlaceGroup {
  /** The smallest of its records that the reader may see, by which it is named. */
  readonly name: string
  /** As that record states it. */
  readonly stated: string
  readonly records: readonly PlacedRecord[]
}

/** Of the records under a place's longest word so many are looked at: a word in more of them is of a place that is common. */
const MOST_UNDER_WORD = 2_000

/** Two spellings of one place: the same but for case, accents, blanks and punctuation. Nothing finer or coarser is guessed. */
export const placeKeyOf = (stated: string): string => foldKey(stated)

/** The two longest words of a place, as they are posted; null where it has none. */
function wordsOf(stated: string): readonly [number, number | null] | null {
  const words = [...new Set(searchedWords(stated).runs.map(({ word }) => word))]
    .filter((word) => word.length <= LONGEST_WORD)
    .sort((one, other) => other.length - one.length || (one < other ? -1 : 1))
  return words[0] === undefined ? null : [wordKey(words[0]), words[1] === undefined ? null : wordKey(words[1])]
}

/** Equal words under their keys, and what stands under both is read and compared: no record is looked at that has neither. */
const UNDER_WORDS = `
  SELECT DISTINCT r.id AS record, v.place, v.date_from::text AS "from", v.date_to::text AS "to"
  FROM unnest($1::int4[], $2::int4[]) AS asked (first, second)
  CROSS JOIN LATERAL (
    SELECT p.record_id FROM (
      SELECT record_id FROM posting WHERE key = asked.first ORDER BY record_id LIMIT ${MOST_UNDER_WORD}
    ) AS p
    WHERE asked.second IS NULL OR EXISTS (SELECT FROM posting q WHERE q.key = asked.second AND q.record_id = p.record_id)
  ) AS found
  JOIN record r ON r.id = found.record_id
  JOIN record_version v ON v.record_id = r.id AND v.version = r.version
  WHERE v.place IS NOT NULL`

/** The places that these records state, each with all records that state it, among what the reader may see. */
export async function placeGroups(
  { client }: Context,
  own: readonly PlacedRecord[],
): Promise<ReadonlyMap<string, PlaceGroup>> {
  const wanted = Map.groupBy(own, ({ place }) => placeKeyOf(place))
  wanted.delete('')
  const words = [...wanted.values()].flatMap(([first]) =>
    [wordsOf(first!.place) ?? []].filter((keys) => keys.length > 0),
  )
  if (words.length === 0) return new Map()
  const { rows } = await client.query<PlacedRecord>({
    name: 'stated-places-beside',
    text: UNDER_WORDS,
    values: [words.map(([first]) => first), words.map(([, second]) => second)],
  })
  const beside = Map.groupBy(rows, ({ place }) => placeKeyOf(place))
  return new Map(
    [...wanted].map(([key, asked]) => {
      const records = new Map([...(beside.get(key) ?? []), ...asked].map((each) => [each.record, each]))
      const ordered = [...records.values()].sort((one, other) => (one.record < other.record ? -1 : 1))
      return [key, { name: ordered[0]!.record, stated: ordered[0]!.place, records: ordered }]
    }),
  )
}

/** What these records state of where they happened; of those that do and that the reader may see. */
export async function placedRecords({ client }: Context, records: readonly string[]): Promise<readonly PlacedRecord[]> {
  if (records.length === 0) return []
  const { rows } = await client.query<PlacedRecord>({
    name: 'placed-records',
    text: `SELECT r.id AS record, v.place, v.date_from::text AS "from", v.date_to::text AS "to"
           FROM record r JOIN record_version v ON v.record_id = r.id AND v.version = r.version
           WHERE r.id = ANY ($1::uuid[]) AND v.place IS NOT NULL`,
    values: [records],
  })
  return rows
}
