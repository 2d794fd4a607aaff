import type { Say } from '@proofmark/contract/messages'
import type {
  DisposalList,
  DisposalShown,
  ShownStockLine,
  StocktakeList,
  StocktakeShown,
} from '@proofmark/contract/schemas/custody-storage'
import type { Reader } from '../../access/context.ts'
import { spreadsheetLine } from '../../records/present/spreadsheet-line.ts'
import type { listDisposals } from '../commands/list-disposals.ts'
import type { DisposalView } from '../commands/show-disposal.ts'
import type { listStocktakes, Stocktake } from '../commands/show-stocktake.ts'
import { disposalState } from '../queries/disposal.ts'
import { labelCode } from '../rules/label-code.ts'
import { latestScans, type StockLine } from '../rules/stock-report.ts'

/** So many scans are shown: whoever scans sees what came of the last ones. */
const LATEST = 20

const presentLine = (line: StockLine, { names }: Pick<Stocktake, 'names'>): ShownStockLine => {
  const name = line.exhibit === null ? undefined : names.get(line.exhibit)
  return { ...line, kind: name?.kind ?? null, number: name?.number ?? null }
}

/** `lines` false: in the answer to a scan, which is read while the next one is made. */
export function presentStocktake(
  stocktake: Stocktake,
  told: { readonly lines: boolean } = { lines: true },
): StocktakeShown {
  const { id, storage, places, begunAt, begunBy, closedAt, closedBy, lines, scans } = stocktake
  const count = (...findings: StockLine['finding'][]) =>
    lines.filter(({ finding }) => findings.includes(finding)).length
  return {
    stocktake: id,
    storage,
    path: places.get(storage) ?? '',
    begunAt: begunAt.toISOString(),
    begunBy,
    scans: scans.length,
    expected: count('present', 'elsewhere', 'missing'),
    found: count('present', 'elsewhere'),
    closedAt: closedAt?.toISOString() ?? null,
    closedBy,
    lines: told.lines ? lines.map((line) => presentLine(line, stocktake)) : [],
    latest: latestScans(lines, scans.slice(0, LATEST)).map(({ scan, line }) => ({
      scan: scan.id,
      at: scan.at.toISOString(),
      by: scan.by,
      ...presentLine(line, stocktake),
    })),
  }
}

const COLUMNS = ['finding', 'exhibit', 'kind', 'number', 'scanned', 'recorded_in', 'found_in']

/** The report as a table, in the reader's words. */
export async function* stockTableLines(stocktake: Stocktake, say: Say): AsyncGenerator<string> {
  yield spreadsheetLine(COLUMNS)
  const path = (place: string | null) => (place === null ? '' : (stocktake.places.get(place) ?? place))
  for (const line of stocktake.lines) {
    const { finding, exhibit, kind, number, text, recorded, found } = presentLine(line, stocktake)
    yield spreadsheetLine([
      ...[say(`word.stock_finding.${finding}`), exhibit ?? '', kind === null ? '' : say(`custody.kind.${kind}`)],
      ...[number ?? '', text ?? '', path(recorded), path(found)],
    ])
  }
}

export const presentStocktakes = ({
  stocktakes,
  places,
  more,
}: Awaited<ReturnType<typeof listStocktakes>>): StocktakeList => ({
  stocktakes: stocktakes.map(({ id, storage, begunAt, begunBy, closedAt, scans, counts }) => ({
    stocktake: id,
    storage,
    path: places.get(storage) ?? '',
    state: closedAt === null ? 'open' : 'closed',
    begunAt: begunAt.toISOString(),
    begunBy,
    closedAt: closedAt?.toISOString() ?? null,
    scans,
    counts: counts && { present: 0, elsewhere: 0, missing: 0, unexpected: 0, ...counts },
  })),
  more,
})

const signedBy = (
  signatures: readonly { readonly account: string }[],
  reader: Pick<Reader, 'account'> | null,
): boolean => signatures.some(({ account }) => account === reader?.account)

/** A campaign as `reader` sees it. */
export function presentDisposal({ disposal, exhibits, reader, clearance, overseer }: DisposalView): DisposalShown {
  const { id, name, place, witness, hash, openedAt, openedBy, signatures, withdrawn } = disposal
  const state = disposalState(disposal)
  return {
    disposal: id,
    ...{ name, place, witness, hash, openedBy, state },
    openedAt: openedAt.toISOString(),
    signatures: signatures.map((each) => ({ by: each.name, at: each.at.toISOString(), passkey: each.passkey })),
    withdrawn: withdrawn && { ...withdrawn, at: withdrawn.at.toISOString() },
    signedByReader: signedBy(signatures, reader),
    done: state === 'carried_out',
    exhibits: exhibits.map(({ view, obstacles, handle }) => ({
      exhibit: view.exhibit.id,
      label: labelCode(view.exhibit.id),
      kind: view.exhibit.kind,
      number: view.number,
      obstacles,
      handle,
    })),
    clearanceAskedAt: clearance?.askedAt.toISOString() ?? null,
    overseer,
  }
}

export const presentDisposals = (
  { disposals, more }: Awaited<ReturnType<typeof listDisposals>>,
  reader: Pick<Reader, 'account'>,
): DisposalList => ({
  disposals: disposals.map(({ id, openedAt, signatures, ...told }) => ({
    disposal: id,
    ...told,
    openedAt: openedAt.toISOString(),
    signatures: signatures.map(({ by, at, passkey }) => ({ by, at: at.toISOString(), passkey })),
    signedByReader: signedBy(signatures, reader),
  })),
  more,
})
