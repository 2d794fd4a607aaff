import type { DisposalShown, StocktakeShown } from '@proofmark/contract/schemas/custody-storage'
import type { DisposalView } from '../commands/show-disposal.ts'
import type { Stocktake } from '../commands/take-stock.ts'
import { labelCode } from '../rules/label-code.ts'

export const presentStocktake = ({ id, storage, begunAt, scans, closedAt, lines }: Stocktake): StocktakeShown => ({
  stocktake: id,
  storage,
  begunAt: begunAt.toISOString(),
  scans,
  closedAt: closedAt?.toISOString() ?? null,
  lines: [...lines],
})

export function presentDisposal({ disposal, exhibits }: DisposalView): DisposalShown {
  const { id, name, place, witness, hash, openedAt, signatures } = disposal
  return {
    disposal: id,
    ...{ name, place, witness, hash },
    openedAt: openedAt.toISOString(),
    signatures: signatures.map((each) => ({ by: each.name, at: each.at.toISOString(), passkey: each.passkey })),
    done: signatures.length === 2,
    exhibits: exhibits.map(({ view, obstacles }) => ({
      exhibit: view.exhibit.id,
      label: labelCode(view.exhibit.id),
      obstacles,
    })),
  }
}
