import { CUSTODY_KEEPERS } from '@proofmark/contract/route'
import type { stocktakeListRequest } from '@proofmark/contract/schemas/custody-storage'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type ExhibitName, exhibitNames } from '../queries/exhibit-names.ts'
import {
  type BegunStock,
  type KeptScan,
  type ListedStock,
  listedStock,
  needStock,
  scansOf,
  standingReport,
} from '../queries/stocktakes.ts'
import { storagePlaces } from '../queries/storage.ts'
import type { StockLine } from '../rules/stock-report.ts'

/** A stock-taking with what was scanned, and its report: as it stands, or as it was closed. */
export interface Stocktake extends Omit<BegunStock, 'report'> {
  readonly lines: readonly StockLine[]
  /** The newest first. */
  readonly scans: readonly KeptScan[]
  /** Paths of the storage places that the reader may see. */
  readonly places: ReadonlyMap<string, string>
  readonly names: ReadonlyMap<string, ExhibitName>
}

/** A stock-taking as it stands. Throws `role_needed`, `not_found`. */
export async function showStocktake(context: Context, id: string): Promise<Stocktake> {
  needRole(context.reader, CUSTODY_KEEPERS)
  const { report, ...stock } = await needStock(context, id)
  const [places, scans] = [await storagePlaces(context), await scansOf(context, id)]
  const lines = report ?? (await standingReport(context, places, stock, scans))
  const exhibits = [...lines, ...scans].flatMap(({ exhibit }) => exhibit ?? [])
  return {
    ...stock,
    lines,
    scans,
    places: new Map(places.map((place) => [place.id, place.path])),
    names: await exhibitNames(context, [...new Set(exhibits)]),
  }
}

/** The same, to be taken away as a table, which is an entry of the log. Throws as `showStocktake`. */
export async function takeStockTable(context: Context, id: string): Promise<Stocktake> {
  const stocktake = await showStocktake(context, id)
  await context.audit({ action: 'custody.stock_table_made', subjects: [id] })
  return stocktake
}

export type StockListAsked = Omit<z.output<typeof stocktakeListRequest>, 'grounds'>

/** A page of stock-takings: those that are open first, then the newest. Throws `role_needed`. */
export async function listStocktakes(
  context: Context,
  { storage, state, after, limit }: StockListAsked,
): Promise<{
  readonly stocktakes: readonly ListedStock[]
  readonly places: ReadonlyMap<string, string>
  readonly more: boolean
}> {
  needRole(context.reader, CUSTODY_KEEPERS)
  const rows = await listedStock(context, {
    storage: storage ?? null,
    state: state ?? null,
    after,
    limit: limit + 1,
  })
  const places = new Map((await storagePlaces(context)).map(({ id, path }) => [id, path]))
  await context.audit({ action: 'custody.listed', body: { list: 'stocktakes' } })
  return { stocktakes: rows.slice(0, limit), places, more: rows.length > limit }
}
