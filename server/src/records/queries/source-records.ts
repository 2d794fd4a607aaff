import type { EventKind } from '@proofmark/domain/event-kind'
import type { ItemRead } from '@proofmark/domain/item'
import type { Context } from '../../access/context.ts'
import { isHeld } from '../../store/session-lock.ts'
import type { ListPlace } from '../rules/list-place.ts'
import { type PackedItem, unpackItem } from '../rules/packed-item.ts'
import { sourceLock } from './find-import.ts'
import { importsTakenBack } from './taken-back.ts'

/** One record of a source as it stands. */
export interface ListedRecord {
  readonly record: string
  readonly key: string
  readonly event: EventKind
  readonly date: { readonly from: string | null; readonly to: string | null }
  readonly item: ItemRead
}

export interface ListedPage {
  readonly records: readonly ListedRecord[]
  /** The place behind which the list goes on; null where there is no more. */
  readonly next: ListPlace | null
}

const NO_RECORD = '00000000-0000-0000-0000-000000000000'
/** No record has it: an identifier is of version 8. */
const BEYOND = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
const IMPORTS_AT_ONCE = 1_000
/** Lines looked at in one query at most, and for one page: old imports may hold little that still stands. */
const MOST_AT_ONCE = 20_000
const MOST_LOOKED_AT = 100_000

/**
 * Where the list of a source begins. It is frozen there: a record that an import puts elsewhere while somebody reads on
 * is met where it was, once.
 */
export async function beginningOf(context: Context, source: string): Promise<ListPlace> {
  const { client } = context
  const last = await client.query<{ upTo: string }>(
    'SELECT coalesce(max(id), 0) AS "upTo" FROM import_run WHERE source_id = $1',
    [source],
  )
  const { upTo } = last.rows[0]!
  const held = await isHeld(client, sourceLock(source))
  const running = held
    ? await client.query<{ id: string }>(
        `SELECT id FROM import_run WHERE source_id = $1 AND state = 'running' ORDER BY id DESC LIMIT 4`,
        [source],
      )
    : { rows: [] }
  return {
    upTo,
    without: running.rows.map(({ id }) => id),
    version: (BigInt(upTo) + 1n).toString(),
    record: NO_RECORD,
  }
}

/** The imports of a source that count for the list, the last first, from this one on. */
async function importsFrom({ client }: Context, source: string, from: bigint, not: readonly string[]) {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM import_run WHERE source_id = $1 AND id <= $2 AND id <> ALL ($3::int8[])
     ORDER BY id DESC LIMIT ${IMPORTS_AT_ONCE}`,
    [source, from.toString(), not],
  )
  return rows.map(({ id }) => id)
}

interface Line {
  readonly version: string
  readonly record: string
  readonly stands: boolean
}

/**
 * What these imports brought, after a place. A line stands for its record where it is the head, or where the head came
 * after the list began and it was the head before. Import by import, so that the index gives them in order and no more
 * of them are read than are wanted.
 */
const LINES = `
  SELECT l.version, l.record_id AS record,
    coalesce(r.version = l.version, false) OR (coalesce(r.version > $5 OR r.version = ANY ($6::int8[]), false)
      AND NOT EXISTS (
        SELECT FROM record_version later WHERE later.record_id = l.record_id AND later.version > l.version
          AND later.version <= $5 AND later.version <> ALL ($7::int8[]))) AS stands
  FROM (
    SELECT i.id AS version, v.record_id
    FROM (SELECT id FROM import_run WHERE id = ANY ($1::int8[]) AND id <= $2 ORDER BY id DESC) AS i
    CROSS JOIN LATERAL (
      SELECT one.record_id FROM record_version one
      WHERE one.version = i.id AND one.record_id < CASE WHEN i.id = $2::int8 THEN $3::uuid ELSE '${BEYOND}' END
      ORDER BY one.record_id DESC LIMIT $4
    ) AS v
    ORDER BY i.id DESC, v.record_id DESC LIMIT $4
  ) AS l
  LEFT JOIN record r ON r.id = l.record_id
  ORDER BY l.version DESC, l.record_id DESC`

/**
 * The records of a source that stand, after a place, those of its last import first. Few rows are read beyond those that
 * are answered; where too many had to be, the page is short and the list goes on behind what was looked at.
 */
export async function sourceRecords(
  context: Context,
  source: string,
  after: ListPlace,
  limit: number,
): Promise<ListedPage> {
  const { upTo, without } = after
  const not = [...(await importsTakenBack(context, source)), ...without]
  const standing: Line[] = []
  let last: Pick<ListPlace, 'version' | 'record'> = after
  let from = BigInt(after.version)
  let imports = await importsFrom(context, source, from, not)
  let left = MOST_LOOKED_AT
  let atOnce = 2 * (limit + 1)
  while (imports.length > 0 && standing.length <= limit && left > 0) {
    const values = [imports, last.version, last.record, atOnce, upTo, without, not]
    const { rows } = await context.client.query<Line>(LINES, values)
    standing.push(...rows.filter(({ stands }) => stands))
    last = rows.at(-1) ?? last
    left -= rows.length
    if (rows.length < atOnce) {
      // Nothing more of these imports.
      left -= imports.length
      from = BigInt(imports.at(-1)!) - 1n
      last = { version: imports.at(-1)!, record: NO_RECORD }
      imports = await importsFrom(context, source, from, not)
    } else atOnce = Math.min(10 * atOnce, MOST_AT_ONCE)
  }
  const page = standing.slice(0, limit)
  const records = await standingRecords(
    context,
    page.map(({ record }) => record),
  )
  const ended = imports.length === 0 && standing.length <= limit
  const behind = standing.length > limit ? page.at(-1)! : last
  return { records, next: ended ? null : { upTo, without, version: behind.version, record: behind.record } }
}

interface Row extends Omit<ListedRecord, 'item' | 'date'> {
  readonly packed: PackedItem
  readonly dateFrom: string | null
  readonly dateTo: string | null
}

async function standingRecords({ client }: Context, ids: readonly string[]): Promise<ListedRecord[]> {
  if (ids.length === 0) return []
  const { rows } = await client.query<Row>(
    `SELECT r.id AS record, r.source_key AS key, v.event, v.date_from AS "dateFrom", v.date_to AS "dateTo", d.item AS packed
     FROM unnest($1::uuid[]) WITH ORDINALITY AS listed (id, place)
     JOIN record r ON r.id = listed.id
     JOIN record_version v ON v.record_id = r.id AND v.version = r.version
     JOIN reading d ON d.record_id = r.id
     ORDER BY listed.place`,
    [ids],
  )
  return rows.map(({ packed, dateFrom, dateTo, ...row }) => ({
    ...row,
    date: { from: dateFrom, to: dateTo },
    item: unpackItem(packed),
  }))
}
