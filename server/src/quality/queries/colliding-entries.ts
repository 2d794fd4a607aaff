import { LISTING_KINDS } from '@proofmark/domain/source-kind'
import type { Context } from '../../access/context.ts'

/** Records of one register that share a number, or nearly. */
export interface CollidingEntries {
  readonly value: string
  readonly sameMake: boolean
  /** The first twenty. */
  readonly records: readonly string[]
  readonly count: number
  /** Behind which the next page begins. */
  readonly place: readonly string[]
}

export interface Wanted {
  readonly agency: string | null
  readonly after: readonly string[] | null
  readonly limit: number
}

/** Of a group so many are shown and told of. */
const SHOWN = 20
/** A shorter number is shared by chance. */
const LEAST_CHARACTERS = 5

const GROUPED = `
  (array_agg(r.id ORDER BY r.id))[1:${SHOWN}] AS records, count(*) AS count, count(DISTINCT d.make) <= 1 AS "sameMake"`

/** The successive holders of an entry are one entry. */
const SEVERAL = 'count(DISTINCT coalesce(r.first_id, r.id)) > 1'

const hashOf = (text: string) => `hashtextextended(${text}, 0)`

/**
 * The entries of the lists of which another in the source has the same hash. Texts are dear to sort in the order of a
 * language, and of a million entries few share anything: numbers find those, and only they are looked at.
 */
const shared = (hash: string, differs: string) => `
  WITH hashed AS (
    SELECT d.record_id, r.source_id AS source, ${hash} AS hash, ${hashOf('d.norm')} AS number
    FROM reading d JOIN record r ON r.id = d.record_id
    WHERE d.norm IS NOT NULL AND r.source_id = ANY (ARRAY(
      SELECT s.id FROM source s JOIN agency a ON a.id = s.agency_id
      WHERE s.kind = ANY ($1) AND ($2::text IS NULL OR a.name = $2)))
  ), shared AS MATERIALIZED (
    SELECT record_id FROM (SELECT record_id, ${differs} AS differs FROM hashed WINDOW alike AS (PARTITION BY source, hash)) AS each
    WHERE differs
  )`

const LISTED = `
  FROM shared
  JOIN reading d ON d.record_id = shared.record_id
  JOIN record r ON r.id = d.record_id
  JOIN record_version v ON v.record_id = r.id AND v.version = r.version
  JOIN source s ON s.id = r.source_id
  WHERE v.row_kind IN ('firearm', 'holding') AND d.norm IS NOT NULL AND d.norm !~ '[?*[]'`

const COLLISIONS = `
  ${shared(hashOf('d.norm'), 'count(*) OVER alike > 1')}
  SELECT d.norm AS value, ${GROUPED}, ARRAY[s.name, s.id::text, d.norm] AS place
  ${LISTED} AND ($3::text[] IS NULL OR (s.name, s.id::text, d.norm) > ($3[1], $3[2], $3[3]))
  GROUP BY s.name, s.id, d.norm HAVING ${SEVERAL}
  ORDER BY s.name, s.id::text, d.norm LIMIT $4`

/** As it reads without leading zeros, with characters folded that are confused. */
const FORM = String.raw`(CASE WHEN position('0' IN d.skeleton) = 0 THEN d.skeleton
  ELSE regexp_replace(d.skeleton, '^([^0-9]*)0+', '\1') END)`

const NEAR_DUPLICATES = `
  ${shared(`${hashOf('d.make')} # ${hashOf(FORM)}`, 'min(number) OVER alike <> max(number) OVER alike')}
  SELECT string_agg(DISTINCT d.norm, ' · ' ORDER BY d.norm) AS value, ${GROUPED},
    ARRAY[s.name, s.id::text, d.make, ${FORM}] AS place
  ${LISTED} AND d.make IS NOT NULL AND length(${FORM}) >= ${LEAST_CHARACTERS}
    AND ($3::text[] IS NULL OR (s.name, s.id::text, d.make, ${FORM}) > ($3[1], $3[2], $3[3], $3[4]))
  GROUP BY s.name, s.id, d.make, ${FORM}
  HAVING ${SEVERAL} AND count(DISTINCT d.norm) > 1 AND count(DISTINCT d.model) <= 1 AND count(DISTINCT d.calibre) <= 1
  ORDER BY s.name, s.id::text, d.make, ${FORM} LIMIT $4`

type Row = Omit<CollidingEntries, 'count'> & { readonly count: string }

/**
 * Live entries of one register that bear one number, or numbers that read as one: with characters that are confused, or
 * but for leading zeros, and of one make and no other model or calibre. Among what the reader sees.
 */
export async function collidingEntries(
  { client }: Context,
  kind: 'collision' | 'near_duplicate',
  { agency, after, limit }: Wanted,
): Promise<CollidingEntries[]> {
  const text = kind === 'collision' ? COLLISIONS : NEAR_DUPLICATES
  const { rows } = await client.query<Row>(text, [LISTING_KINDS, agency, after, limit])
  return rows.map(({ count, ...row }) => ({ ...row, count: Number(count) }))
}
