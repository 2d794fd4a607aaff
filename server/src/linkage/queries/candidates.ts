import type { EventKind } from '@proofmark/domain/event-kind'
import type { ItemRead } from '@proofmark/domain/item'
import { SOURCE_TRAITS, type SourceKind } from '@proofmark/domain/source-kind'
import type { Context } from '../../access/context.ts'
import { type PackedItem, unpackItem } from '../../records/rules/packed-item.ts'

/** A record that shares a key with what is asked for, as far as it is compared. */
export interface CandidateRecord {
  readonly record: string
  /** The records of the successive holders of one entry share it. */
  readonly entry: string
  /** The source, where it lists each firearm once; else null. */
  readonly register: string | null
  readonly item: ItemRead & { readonly place: string | null }
}

/** What a reader sees of a candidate beside its item. */
export interface CandidateDetails {
  readonly record: string
  readonly key: string
  readonly source: string
  readonly agencyId: string
  readonly agency: string
  readonly event: EventKind
  readonly date: { readonly from: string | null; readonly to: string | null }
}

/** A common value may be shared by half a register; beyond this many the best are not among so many anyway. */
export const LOOKED_AT_LIMIT = 2_000
/** Pieces of a mark are common: this many postings are looked at, and the records that hold most of them are compared. */
const POSTINGS_LIMIT = 100_000
const HOLDING_MOST = 500
/** The make that is asked for counts as so many pieces: pieces are shared by chance, and a make less so. */
const MAKE_IN_PIECES = 3

interface Row {
  readonly record: string
  readonly entry: string
  readonly source: string
  readonly kind: SourceKind
  readonly packed: PackedItem
  readonly place: string | null
}

/** In one order: what fits equally well stands as it came, and how a plan brings rows is changed by hidden ones. */
const COMPARED = `
  SELECT r.id AS record, coalesce(r.first_id, r.id) AS entry, s.id AS source, s.kind, d.item AS packed,
    v.stated ->> 'place' AS place
  FROM found f
  JOIN record r ON r.id = f.record_id
  JOIN record_version v ON v.record_id = r.id AND v.version = r.version
  JOIN reading d ON d.record_id = r.id
  JOIN source s ON s.id = r.source_id
  ORDER BY r.id`

/** In one order, so that which postings a limit leaves out does not depend on rows that the reader may not see. */
const HELD = 'SELECT record_id FROM posting WHERE key = ANY ($1::int4[]) ORDER BY key, record_id'

const NEAR = `
  WITH held AS (${HELD} LIMIT ${LOOKED_AT_LIMIT}),
  found AS (SELECT DISTINCT record_id FROM held)
  ${COMPARED}`

const WIDE = `
  WITH held AS (${HELD} LIMIT ${POSTINGS_LIMIT}),
  counted AS (SELECT record_id, count(*) AS pieces FROM held WHERE record_id <> ALL ($2::uuid[]) GROUP BY record_id),
  found AS (
    SELECT c.record_id FROM counted c JOIN reading d ON d.record_id = c.record_id
    ORDER BY c.pieces + CASE WHEN d.make = $3 THEN ${MAKE_IN_PIECES} ELSE 0 END DESC, c.record_id LIMIT ${HOLDING_MOST}
  )
  ${COMPARED}`

const comparedRecord = ({ record, entry, source, kind, packed, place }: Row): CandidateRecord => ({
  record,
  entry,
  register: SOURCE_TRAITS[kind].listsOnce ? source : null,
  item: { ...unpackItem(packed), place },
})

/** The records posted under any of these keys, at most {@link LOOKED_AT_LIMIT}. */
export async function candidatesByKeys({ client }: Context, keys: readonly number[]): Promise<CandidateRecord[]> {
  if (keys.length === 0) return []
  const { rows } = await client.query<Row>({ name: 'candidates-by-keys', text: NEAR, values: [keys] })
  return rows.map(comparedRecord)
}

/**
 * The records that are posted under most of these keys, those of the make that is asked for before others, without
 * those that were compared already.
 */
export async function candidatesByPieces(
  { client }: Context,
  keys: readonly number[],
  compared: readonly string[],
  make: string | null,
): Promise<CandidateRecord[]> {
  if (keys.length === 0) return []
  const { rows } = await client.query<Row>({ name: 'candidates-by-pieces', text: WIDE, values: [keys, compared, make] })
  return rows.map(comparedRecord)
}

/** What is shown of records that the reader may see. */
export async function candidateDetails(
  { client }: Context,
  records: readonly string[],
): Promise<Map<string, CandidateDetails>> {
  if (records.length === 0) return new Map()
  const { rows } = await client.query<Omit<CandidateDetails, 'date'> & { from: string | null; to: string | null }>({
    name: 'candidate-details',
    text: `SELECT r.id AS record, r.source_key AS key, s.name AS source, a.id AS "agencyId", a.name AS agency, v.event,
             v.date_from AS "from", v.date_to AS "to"
           FROM record r
           JOIN record_version v ON v.record_id = r.id AND v.version = r.version
           JOIN source s ON s.id = r.source_id
           JOIN agency a ON a.id = s.agency_id
           WHERE r.id = ANY ($1::uuid[])`,
    values: [records],
  })
  return new Map(rows.map(({ from, to, ...row }) => [row.record, { ...row, date: { from, to } }]))
}

/** How many standing records the reader may see. */
export async function countEntries({ client }: Context): Promise<number> {
  const { rows } = await client.query<{ entries: string }>({
    name: 'count-entries',
    text: 'SELECT coalesce(sum(records), 0) AS entries FROM class_tally',
  })
  return Number(rows[0]?.entries ?? 0)
}
