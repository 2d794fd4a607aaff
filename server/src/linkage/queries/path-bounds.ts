import type { Mark } from '@proofmark/domain/marking'
import { looseKeys, nearKeys, wideKeys } from '@proofmark/matching/query-keys'
import type { Context } from '../../access/context.ts'
import { HOLDING_MOST, MAKE_IN_PIECES, NEAR_IN_CLASS } from '../matching/counterparts.ts'
import type { LinkedRecord } from '../rules/pair.ts'
import type { Bound, Bounds } from '../rules/path-lines.ts'

const keysOf = (marks: readonly Mark[], keys: (mark: Mark) => number[]) => [...new Set(marks.flatMap(keys))]

/** The same order as the matching process takes them in, of one class. */
const NEAR = `
  SELECT count(*) AS held, count(*) FILTER (WHERE record_id <= $3) AS place,
    coalesce(bool_or(record_id = $3), false) AS found
  FROM (SELECT DISTINCT record_id FROM posting WHERE key = ANY ($1::int4[]) AND vis = $2) AS held`

const WIDE = `
  WITH counted AS (
    SELECT record_id, count(*) AS pieces FROM posting WHERE key = ANY ($1::int4[]) AND vis = $2 GROUP BY record_id
  ),
  placed AS (
    SELECT c.record_id, row_number() OVER (
      ORDER BY c.pieces + CASE WHEN d.make = $4 THEN ${MAKE_IN_PIECES} ELSE 0 END DESC, c.record_id
    ) AS place
    FROM counted c JOIN reading d ON d.record_id = c.record_id
  )
  SELECT count(*) AS held, max(place) FILTER (WHERE record_id = $3) AS place,
    coalesce(bool_or(record_id = $3), false) AS found
  FROM placed`

interface Row {
  readonly held: string
  readonly place: string | null
  readonly found: boolean
}

const boundOf = (row: Row | undefined, most: number): Bound => ({
  held: Number(row?.held ?? 0),
  place: row?.found ? Number(row.place) : null,
  most,
})

/**
 * How many records of the other's class share keys with this one on each path, and which place the other has among
 * them. The class is the other's, which the reader sees whole, so that nothing hidden is counted.
 */
export async function pathBounds({ client }: Context, asker: LinkedRecord, other: LinkedRecord): Promise<Bounds> {
  const { marks, make } = asker.item
  const near = await client.query<Row>(NEAR, [keysOf(marks, nearKeys), other.vis, other.record])
  const wide = async (keys: (mark: Mark) => number[]) => {
    const { rows } = await client.query<Row>(WIDE, [keysOf(marks, keys), other.vis, other.record, make.code])
    return boundOf(rows[0], HOLDING_MOST)
  }
  return {
    near: boundOf(near.rows[0], NEAR_IN_CLASS),
    wide: await wide(wideKeys),
    loose: await wide(looseKeys),
  }
}

/** How many records stand in a class. */
export async function recordsInClass({ client }: Context, vis: number): Promise<number> {
  const { rows } = await client.query<{ records: string }>('SELECT records FROM class_tally WHERE vis = $1', [vis])
  return Number(rows[0]?.records ?? 0)
}
