import type { StockFinding, StocktakeState } from '@proofmark/contract/custody-words'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { type StockLine, stockReport } from '../rules/stock-report.ts'
import { type StoragePlace, within } from './storage.ts'

/** A stock-taking without what was found. */
export interface BegunStock {
  readonly id: string
  readonly storage: string
  readonly vis: number
  readonly begunAt: Date
  readonly begunBy: string
  readonly closedAt: Date | null
  readonly closedBy: string | null
  /** The report that was kept when it was closed. */
  readonly report: readonly StockLine[] | null
}

/** A scan that was not taken back; the last first. */
export interface KeptScan {
  readonly id: string
  readonly at: Date
  readonly by: string
  readonly text: string
  readonly exhibit: string | null
  readonly storage: string
}

/** Throws `not_found`. */
export async function needStock({ client }: Context, id: string): Promise<BegunStock> {
  const { rows } = await client.query<BegunStock>(
    `SELECT t.id, t.storage_id AS storage, t.vis, t.begun_at AS "begunAt", b.name AS "begunBy",
       r.closed_at AS "closedAt", c.name AS "closedBy", r.lines AS report
     FROM stocktake t JOIN account b ON b.id = t.begun_by LEFT JOIN stocktake_report r ON r.stocktake_id = t.id
     LEFT JOIN account c ON c.id = r.closed_by WHERE t.id = $1`,
    [id],
  )
  if (!rows[0]) throw new ProofmarkError('not_found', { what: id })
  return rows[0]
}

export async function scansOf({ client }: Context, id: string): Promise<KeptScan[]> {
  const { rows } = await client.query<KeptScan>(
    `SELECT s.id, s.scanned_at AS at, a.name AS by, s.scanned AS text, s.exhibit_id AS exhibit, s.storage_id AS storage
     FROM stocktake_scan s JOIN account a ON a.id = s.scanned_by
     WHERE s.stocktake_id = $1 AND NOT EXISTS (SELECT FROM stocktake_scan_withdrawal w WHERE w.scan_id = s.id)
     ORDER BY s.scanned_at DESC, s.id DESC`,
    [id],
  )
  return rows
}

/**
 * What was scanned against what the record has in this place and within it, now. Of what was not expected it is said where
 * the record has it, as far as the reader may see that.
 */
export async function standingReport(
  { client }: Context,
  places: readonly StoragePlace[],
  { storage }: Pick<BegunStock, 'storage'>,
  scans: readonly KeptScan[],
): Promise<StockLine[]> {
  const inside = within(places, storage)
  const scanned = scans.flatMap(({ exhibit }) => exhibit ?? [])
  const { rows } = await client.query<{ exhibit: string; storage: string }>(
    `SELECT exhibit_id AS exhibit, storage_id AS storage FROM custody_standing
     WHERE (storage_id = ANY ($1::uuid[]) OR exhibit_id = ANY ($2::uuid[])) AND storage_id IS NOT NULL AND ended IS NULL
     ORDER BY exhibit_id`,
    [[...inside], scanned],
  )
  const elsewhere = new Map(rows.map((row) => [row.exhibit, row.storage]))
  return stockReport(
    rows.filter((row) => inside.has(row.storage)),
    scans.toReversed(),
    elsewhere,
  )
}

export interface ListedStock extends Omit<BegunStock, 'report' | 'vis' | 'closedBy'> {
  readonly scans: number
  readonly counts: Partial<Readonly<Record<StockFinding, number>>> | null
}

export interface StockListed {
  readonly storage: string | null
  readonly state: StocktakeState | null
  readonly after: number
  readonly limit: number
}

/** Stock-takings that the reader may see: those that are open first, then the newest. */
export async function listedStock({ client }: Context, asked: StockListed): Promise<ListedStock[]> {
  const { storage, state, after, limit } = asked
  const { rows } = await client.query<ListedStock>(
    `SELECT t.id, t.storage_id AS storage, t.begun_at AS "begunAt", b.name AS "begunBy", r.closed_at AS "closedAt",
       (SELECT count(*)::int4 FROM stocktake_scan s WHERE s.stocktake_id = t.id
          AND NOT EXISTS (SELECT FROM stocktake_scan_withdrawal w WHERE w.scan_id = s.id)) AS scans,
       CASE WHEN r.closed_at IS NOT NULL THEN coalesce((
         SELECT jsonb_object_agg(finding, count) FROM (
           SELECT line ->> 'finding' AS finding, count(*) FROM jsonb_array_elements(r.lines) line GROUP BY 1
         ) said), '{}') END AS counts
     FROM stocktake t JOIN account b ON b.id = t.begun_by LEFT JOIN stocktake_report r ON r.stocktake_id = t.id
     WHERE ($1::uuid IS NULL OR t.storage_id = $1)
       AND ($2::text IS NULL OR (r.closed_at IS NULL) = ($2 = 'open'))
     ORDER BY r.closed_at IS NOT NULL, t.begun_at DESC, t.id OFFSET $3 LIMIT $4`,
    [storage, state, after, limit],
  )
  return rows
}

/** How many stock-takings of the reader's agency are open. */
export async function countOpenStock({ client, reader }: Context): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int4 AS count FROM stocktake t
     WHERE t.agency_id = $1 AND NOT EXISTS (SELECT FROM stocktake_report r WHERE r.stocktake_id = t.id)`,
    [reader.agency?.id ?? null],
  )
  return rows[0]!.count
}
