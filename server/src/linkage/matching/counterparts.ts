import { LISTING_KINDS } from '@proofmark/domain/source-kind'
import type pg from 'pg'

/** Beyond so many records of one class that share a key, the value is common and says nothing. */
export const NEAR_IN_CLASS = 500
/** Pieces are common: of each class the records that hold most of them are compared. */
export const HOLDING_MOST = 100
/** The make counts as so many pieces: pieces are shared by chance, and a make less so. */
export const MAKE_IN_PIECES = 3
/** Postings looked at by one question for pieces. */
const POSTINGS_LIMIT = 200_000

/** A record that shares a key. */
export interface Counterpart {
  readonly record: string
  readonly vis: number
}

/**
 * Each class is limited by itself, so that how many records there are in one changes nothing of what is found in
 * another: what a reader may not see must not push out what he may.
 */
const NEAR = `
  SELECT record, vis FROM (
    SELECT record_id AS record, vis, row_number() OVER (PARTITION BY vis ORDER BY record_id) AS place
    FROM (SELECT DISTINCT record_id, vis FROM posting WHERE key = ANY ($1::int4[]) AND vis = ANY ($2::int4[])) AS held
  ) AS placed WHERE place <= ${NEAR_IN_CLASS}`

const WIDE = `
  WITH held AS (
    SELECT record_id, vis FROM posting WHERE key = ANY ($1::int4[]) AND vis = ANY ($2::int4[]) LIMIT ${POSTINGS_LIMIT}
  ),
  counted AS (SELECT record_id, vis, count(*) AS pieces FROM held GROUP BY record_id, vis),
  placed AS (
    SELECT c.record_id, c.vis, row_number() OVER (
      PARTITION BY c.vis ORDER BY c.pieces + CASE WHEN d.make = $3 THEN ${MAKE_IN_PIECES} ELSE 0 END DESC, c.record_id
    ) AS place
    FROM counted c JOIN reading d ON d.record_id = c.record_id
  )
  SELECT record_id AS record, vis FROM placed WHERE place <= ${HOLDING_MOST}`

/** The records of these classes that are posted under any of these keys. */
export async function nearCounterparts(
  client: pg.ClientBase,
  keys: readonly number[],
  classes: readonly number[],
): Promise<Counterpart[]> {
  if (keys.length === 0 || classes.length === 0) return []
  const { rows } = await client.query<Counterpart>({
    name: 'near-counterparts',
    text: NEAR,
    values: [keys, classes],
  })
  return rows
}

/** The records of these classes that are posted under most of these keys, those of this make before others. */
export async function wideCounterparts(
  client: pg.ClientBase,
  keys: readonly number[],
  classes: readonly number[],
  make: string | null,
): Promise<Counterpart[]> {
  if (keys.length === 0 || classes.length === 0) return []
  const { rows } = await client.query<Counterpart>({
    name: 'wide-counterparts',
    text: WIDE,
    values: [keys, classes, make],
  })
  return rows
}

/** The records of one visibility class. */
export interface ClassOfRecords {
  readonly vis: number
  /** How many stand in it. */
  readonly entries: number
  /** May it hold entries of a source that lists each firearm once, so that the firearm of a recovery is to be found there? */
  readonly lists: boolean
}

/** The classes in which records stand. */
export async function classesOfRecords(client: pg.ClientBase): Promise<ClassOfRecords[]> {
  const { rows } = await client.query<{ vis: number; records: string; lists: boolean }>(
    `SELECT t.vis, t.records, EXISTS (
       SELECT FROM source s JOIN visibility own ON own.id = s.vis
       WHERE s.kind = ANY ($1) AND (own.agency_id, own.source_visibility, own.handling)
         = (c.agency_id, c.source_visibility, c.handling)) AS lists
     FROM class_tally t JOIN visibility c ON c.id = t.vis WHERE t.records > 0 ORDER BY t.vis`,
    [LISTING_KINDS],
  )
  return rows.map(({ vis, records, lists }) => ({ vis, entries: Number(records), lists }))
}
