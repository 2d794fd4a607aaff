import { ProofmarkError } from '@proofmark/contract/errors'
import { CUSTODY_KEEPERS, EXHIBIT_MANAGERS } from '@proofmark/contract/route'
import type {
  stocktakeBeginRequest,
  stocktakeScanRequest,
  stocktakeWithdrawRequest,
} from '@proofmark/contract/schemas/custody-storage'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type BegunStock, needStock, scansOf, standingReport } from '../queries/stocktakes.ts'
import { storagePlaces } from '../queries/storage.ts'
import { readLabel } from '../rules/label-code.ts'
import type { StockLine } from '../rules/stock-report.ts'
import { needAgency, ownVis } from './add-storage.ts'
import { needStorage } from './state-hand-over.ts'

/** Takes the turn to say something of a stock-taking. Throws `role_needed`, `not_found`. */
async function hold(context: Context, id: string): Promise<BegunStock> {
  needRole(context.reader, CUSTODY_KEEPERS)
  await context.client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`stocktake ${id}`])
  return needStock(context, id)
}

/** The same of one that is open. Throws `stocktake_closed`. */
async function holdOpen(context: Context, id: string): Promise<BegunStock> {
  const stock = await hold(context, id)
  if (stock.closedAt) throw new ProofmarkError('stocktake_closed', { at: stock.closedAt.toISOString() })
  return stock
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
  const { vis } = await holdOpen(context, stocktake)
  for (const storage of new Set(scans.map((scan) => scan.storage))) await needStorage(context, storage)
  for (const { id, storage, text } of scans)
    await client.query(
      `INSERT INTO stocktake_scan (id, stocktake_id, vis, storage_id, scanned, exhibit_id, scanned_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING`,
      [id, stocktake, vis, storage, text, readLabel(text), reader.account],
    )
  return stocktake
}

/** Takes back what was scanned by mistake; the same again changes nothing. Throws `role_needed`, `not_found`, `stocktake_closed`. */
export async function withdrawScan(
  context: Context,
  { stocktake, scan }: Omit<z.output<typeof stocktakeWithdrawRequest>, 'grounds'>,
): Promise<string> {
  const { client, reader } = context
  const { vis } = await holdOpen(context, stocktake)
  const found = await client.query('SELECT FROM stocktake_scan WHERE id = $1 AND stocktake_id = $2', [scan, stocktake])
  if (!found.rowCount) throw new ProofmarkError('not_found', { what: scan })
  await client.query(
    `INSERT INTO stocktake_scan_withdrawal (scan_id, stocktake_id, vis, withdrawn_by) VALUES ($1, $2, $3, $4)
     ON CONFLICT (scan_id) DO NOTHING`,
    [scan, stocktake, vis, reader.account],
  )
  return stocktake
}

/** Closes it: the report says what is missing, elsewhere, or not expected, and stays. Throws `role_needed`, `not_found`. */
export async function closeStocktake(context: Context, id: string): Promise<string> {
  const { client, reader, audit } = context
  needRole(reader, EXHIBIT_MANAGERS)
  const stock = await hold(context, id)
  const { vis, storage, closedAt } = stock
  if (closedAt) return id
  const lines = await standingReport(context, await storagePlaces(context), stock, await scansOf(context, id))
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
