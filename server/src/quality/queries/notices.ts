import type { IssueKind } from '@proofmark/contract/quality-words'
import type { Context } from '../../access/context.ts'
import { mayEnd } from '../policy/notice.ts'
import { type ShownRecord, shownRecords } from './shown-records.ts'

/** What an agency was told of its records, as its reader sees it. */
export interface NoticeRow {
  readonly id: string
  readonly kind: IssueKind
  readonly records: readonly string[]
  readonly note: string | null
  readonly by: string
  readonly from: string | null
  readonly fromId: string | null
  readonly to: string
  readonly toId: string
  readonly at: Date
  readonly ended: 'withdrawn' | 'settled' | null
  readonly endedAt: Date | null
  readonly answer: string | null
}

export interface OpenNotice extends NoticeRow {
  readonly shown: readonly ShownRecord[]
  readonly withdrawable: boolean
  readonly settleable: boolean
}

const PAGE = 200

const NOTICES = `
  SELECT n.id, n.kind, n.records, n.note, a.name AS by, f.name AS "from", n.told_agency_id AS "fromId", t.name AS "to",
    n.agency_id AS "toId", n.told_at AS at, n.ended, n.ended_at AS "endedAt", n.answer
  FROM quality_notice n
  JOIN account a ON a.id = n.told_by
  JOIN agency t ON t.id = n.agency_id
  LEFT JOIN agency f ON f.id = n.told_agency_id`

/** Whoever does not see every record of a notice is shown none of it. */
async function open(context: Context, rows: readonly NoticeRow[]): Promise<OpenNotice[]> {
  const records = await shownRecords(
    context,
    rows.flatMap((row) => row.records),
  )
  return rows.flatMap((row): OpenNotice[] => {
    const shown = row.records.flatMap((id) => records.get(id) ?? [])
    if (shown.length < row.records.length) return []
    const ends = mayEnd(context.reader, row)
    return [{ ...row, shown, ...ends }]
  })
}

/** What the reader's agency was told and told others, the last first. */
export async function noticesOfAgency(context: Context): Promise<OpenNotice[]> {
  const { client, reader } = context
  const { rows } = await client.query<NoticeRow>(
    `${NOTICES} WHERE n.agency_id = $1 OR n.told_agency_id = $1 OR ($2 AND n.told_by = $3)
     ORDER BY n.ended IS NOT NULL, n.told_at DESC, n.id LIMIT ${PAGE}`,
    [reader.agency?.id ?? null, reader.installer, reader.account],
  )
  return open(context, rows)
}

/** The notice of this identifier; null where there is none that the reader's agency told or was told. */
export async function findNotice(context: Context, id: string): Promise<OpenNotice | null> {
  const { client, reader } = context
  const { rows } = await client.query<NoticeRow>(
    `${NOTICES} WHERE n.id = $1 AND (n.agency_id = $2 OR n.told_agency_id = $2 OR n.told_by = $3)`,
    [id, reader.agency?.id ?? null, reader.account],
  )
  return (await open(context, rows))[0] ?? null
}

/** What stands told of these records, by kind and records. */
export async function standingNotices(
  context: Context,
  kind: IssueKind,
  records: readonly string[],
): Promise<Map<string, OpenNotice>> {
  const { client, reader } = context
  if (records.length === 0) return new Map()
  const { rows } = await client.query<NoticeRow>(
    `${NOTICES} WHERE n.kind = $1 AND n.records && $2::uuid[] AND n.ended IS NULL
       AND (n.agency_id = $3 OR n.told_agency_id IS NOT DISTINCT FROM $3)
     ORDER BY n.told_at, n.id`,
    [kind, records, reader.agency?.id ?? null],
  )
  return new Map((await open(context, rows)).map((notice) => [notice.records.join(' '), notice]))
}

/** How many notices stand of the records of the reader's own agency. */
export async function countNoticesToldUs({ client, reader }: Context): Promise<number> {
  const { rows } = await client.query<{ count: string }>(
    `SELECT count(*) AS count FROM quality_notice n
     WHERE n.agency_id = $1 AND n.ended IS NULL AND NOT EXISTS (
       SELECT FROM unnest(n.records) AS told (id)
       WHERE NOT EXISTS (SELECT FROM record r WHERE r.id = told.id AND r.version IS NOT NULL))`,
    [reader.agency?.id ?? null],
  )
  return Number(rows[0]?.count ?? 0)
}
