import { ProofmarkError } from '@proofmark/contract/errors'
import { CUSTODY_KEEPERS, EXHIBIT_MANAGERS } from '@proofmark/contract/route'
import type { stocktakeBeginRequest, stocktakeScanRequest } from '@proofmark/contract/schemas/custody-storage'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { storagePlaces, within } from '../queries/storage.ts'
import { readLabel } from '../rules/label-code.ts'
import { type StockLine, stockReport } from '../rules/stock-report.ts'
import { needAgency, ownVis } from './add-storage.ts'
import { needStorage } from './state-hand-over.ts'

export interface Stocktake {
  readonly id: string
  readonly storage: string
  readonly vis: number
  readonly begunAt: Date
  readonly scans: number
  readonly closedAt: Date | null
  readonly lines: readonly StockLine[]
}

/** A stock-taking as it stands. Throws `role_needed`, `not_found`. */
export async function showStocktake(context: Context, id: string): Promise<Stocktake> {
  needRole(context.reader, CUSTODY_KEEPERS)
  const { rows } = await context.client.query<Omit<Stocktake, 'lines'> & { lines: StockLine[] | null }>(
    `SELECT t.id, t.storage_id AS storage, t.vis, t.begun_at AS "begunAt", r.closed_at AS "closedAt", r.lines,
       (SELECT count(*)::int FROM stocktake_scan s WHERE s.stocktake_id = t.id) AS scans
     FROM stocktake t LEFT JOIN stocktake_report r ON r.stocktake_id = t.id WHERE t.id = $1`,
    [id],
  )
  const [found] = rows
  if (!found) throw new ProofmarkError('not_found', { what: id })
  return { ...found, lines: found.lines ?? [] }
}

async function hold(context: Context, id: string): Promise<Stocktake> {
  await context.client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`stocktake ${id}`])
  return showStocktake(context, id)
}

/** Begins to take stock of a place and all within it. Throws `role_needed`, `role_needs_agency`, `not_found`, `custody_id_used`. */
export async function beginStocktake(
  context: Context,
  { id, storage }: Omit<z.output<typeof stocktakeBeginRequest>, 'grounds'>,
): Promise<string> {
  const { client, reader, audit } = context
  needRole(reader, EXHIBIT_MANAGERS)
  const agency = needAgency(reader)
  await needStorage(context, storage)
  const made = await client.query(
    'INSERT INTO stocktake (id, agency_id, vis, storage_id, begun_by) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
    [id, agency, await ownVis(context, agency), storage, reader.account],
  )
  const known = await client.query('SELECT FROM stocktake WHERE id = $1 AND storage_id = $2', [id, storage])
  if (!known.rowCount) throw new ProofmarkError('custody_id_used', { id })
  if (made.rowCount) await audit({ action: 'custody.stock_begun', subjects: [id, storage] })
  return id
}

/** Takes in what was scanned. A scan sent twice counts once. Throws `role_needed`, `not_found`, `stocktake_closed`. */
export async function scanStock(
  context: Context,
  { stocktake, scans }: Omit<z.output<typeof stocktakeScanRequest>, 'grounds'>,
): Promise<string> {
  const { client, reader } = context
  const { vis, closedAt } = await hold(context, stocktake)
  if (closedAt) throw new ProofmarkError('stocktake_closed', { at: closedAt.toISOString() })
  for (const storage of new Set(scans.map((scan) => scan.storage))) await needStorage(context, storage)
  for (const { id, storage, text } of scans)
    await client.query(
      `INSERT INTO stocktake_scan (id, stocktake_id, vis, storage_id, scanned, exhibit_id, scanned_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING`,
      [id, stocktake, vis, storage, text, readLabel(text), reader.account],
    )
  return stocktake
}

/** Closes it: the report says what is missing, elsewhere, or not expected, and stays. Throws `role_needed`, `not_found`. */
export async function closeStocktake(context: Context, id: string): Promise<string> {
  const { client, reader, audit } = context
  needRole(reader, EXHIBIT_MANAGERS)
  const { vis, storage, closedAt } = await hold(context, id)
  if (closedAt) return id
  const inside = [...within(await storagePlaces(context), storage)]
  const expected = await client.query<{ exhibit: string; storage: string }>(
    `SELECT exhibit_id AS exhibit, storage_id AS storage FROM custody_standing
     WHERE storage_id = ANY ($1::uuid[]) AND ended IS NULL ORDER BY exhibit_id`,
    [inside],
  )
  const scanned = await client.query<{ text: string; exhibit: string | null; storage: string }>(
    `SELECT scanned AS text, exhibit_id AS exhibit, storage_id AS storage FROM stocktake_scan
     WHERE stocktake_id = $1 ORDER BY scanned_at, id`,
    [id],
  )
  const lines = stockReport(expected.rows, scanned.rows)
  await client.query('INSERT INTO stocktake_report (stocktake_id, vis, lines, closed_by) VALUES ($1, $2, $3, $4)', [
    id,
    vis,
    JSON.stringify(lines),
    reader.account,
  ])
  const count = (finding: StockLine['finding']) => lines.filter((line) => line.finding === finding).length
  const body = { missing: count('missing'), elsewhere: count('elsewhere'), unexpected: count('unexpected') }
  await audit({ action: 'custody.stock_taken', subjects: [id, storage], body })
  return id
}
