import type { RouteName } from '@proofmark/contract/paths'
import type { Context } from '../access/context.ts'
import { insist } from '../access/insist.ts'
import type { Handlers, SignedInCall } from '../http/endpoint.ts'
import type { HttpServices } from '../http/services.ts'
import { addStorage } from './commands/add-storage.ts'
import { openDisposal } from './commands/dispose.ts'
import { listDisposals } from './commands/list-disposals.ts'
import type { Done } from './commands/order-exhibit.ts'
import { showDisposal } from './commands/show-disposal.ts'
import { listStocktakes, showStocktake, takeStockTable } from './commands/show-stocktake.ts'
import { takeCertificate } from './commands/take-paper.ts'
import { beginStocktake, closeStocktake, scanStock, withdrawScan } from './commands/take-stock.ts'
import { withdrawDisposal } from './commands/withdraw-disposal.ts'
import { printCertificate } from './documents/certificate.ts'
import {
  presentDisposal,
  presentDisposals,
  presentStocktake,
  presentStocktakes,
  stockTableLines,
} from './present/storage.ts'
import { storagePlaces } from './queries/storage.ts'
import { signCampaign } from './runs/sign-campaign.ts'

type StorageRoutes = Pick<Handlers, Extract<RouteName, `${'storage' | 'stocktake' | 'disposal'}${string}`>>
type Acting = Pick<SignedInCall<'stocktakeShow'>, 'runLater' | 'caller'>

const stocktaking =
  <Input>(command: (context: Context, input: Input) => Promise<string>, told?: { readonly lines: boolean }) =>
  async ({ body, runLater }: Acting & { readonly body: Input }) => {
    const id = await runLater((context) => command(context, body))
    return presentStocktake(await runLater((context) => showStocktake(context, id)), told)
  }

const disposing =
  <Input>(command: (context: Context, input: Input, origin: string) => Promise<string>) =>
  async ({ body, runLater, caller }: Acting & { readonly body: Input }) => {
    const id = await insist(runLater, (context) => command(context, body, caller.origin))
    return presentDisposal(await insist(runLater, (context) => showDisposal(context, id)))
  }

const done = ({ id, at }: Done) => ({ id, at: at.toISOString() })

/** Where exhibits lie, how they are counted and how they are destroyed. */
export const storageRoutes = ({ askClearance: clear }: Pick<HttpServices, 'askClearance'>): StorageRoutes => ({
  storageList: async ({ run }) => ({ places: await run(storagePlaces) }),
  storageAdd: async ({ body, run }) => done(await run((context) => addStorage(context, body))),
  stocktakeBegin: stocktaking(beginStocktake),
  stocktakeList: async ({ body, run }) => presentStocktakes(await run((context) => listStocktakes(context, body))),
  stocktakeScan: stocktaking(scanStock, { lines: false }),
  stocktakeWithdraw: stocktaking(withdrawScan),
  stocktakeTable: async ({ body, run, say }) => ({
    file: `stock ${body.stocktake}.csv`,
    lines: stockTableLines(await run((context) => takeStockTable(context, body.stocktake)), say),
  }),
  stocktakeShow: async ({ body, run }) =>
    presentStocktake(await run((context) => showStocktake(context, body.stocktake))),
  stocktakeClose: stocktaking((context, { stocktake }) => closeStocktake(context, stocktake)),
  disposalOpen: disposing(openDisposal),
  disposalList: async ({ body, run, reader }) =>
    presentDisposals(await run((context) => listDisposals(context, body)), reader),
  disposalWithdraw: disposing(withdrawDisposal),
  disposalShow: async ({ body, runLater }) =>
    presentDisposal(await insist(runLater, (context) => showDisposal(context, body.disposal))),
  disposalSign: async ({ body: { grounds: _, ...said }, runLater, caller: { origin } }) => {
    const id = await signCampaign({ run: runLater, clear }, { ...said, origin })
    return presentDisposal(await insist(runLater, (context) => showDisposal(context, id)))
  },
  disposalCertificate: async ({ body: { disposal, language }, runLater }) => {
    const view = await insist(runLater, (context) => takeCertificate(context, disposal))
    const bytes = await printCertificate(view, language)
    return { file: `destruction-${disposal}.pdf`, mediaType: 'application/pdf', bytes }
  },
})
