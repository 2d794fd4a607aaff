import { sayIn } from '@proofmark/contract/catalogues'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { RouteName } from '@proofmark/contract/paths'
import type { Context } from '../access/context.ts'
import { insist } from '../access/insist.ts'
import type { Handlers, SignedInCall } from '../http/endpoint.ts'
import type { HttpServices } from '../http/services.ts'
import { addStorage } from './commands/add-storage.ts'
import { answerChallenge, answerHandOver } from './commands/answer-hand-over.ts'
import { openDisposal, signDisposal } from './commands/dispose.ts'
import { handOver, handOverChallenge } from './commands/hand-over.ts'
import { explainBreak, holdExhibit, liftHold, orderExhibit } from './commands/order-exhibit.ts'
import { listCustody, showCustody } from './commands/show-custody.ts'
import { showDisposal } from './commands/show-disposal.ts'
import { signatureOptions } from './commands/signature.ts'
import { joinExhibits, splitExhibit } from './commands/split-exhibit.ts'
import { takeCertificate, takeLabels } from './commands/take-paper.ts'
import { beginStocktake, closeStocktake, scanStock, showStocktake } from './commands/take-stock.ts'
import { printCertificate } from './documents/certificate.ts'
import { printLabels } from './documents/labels.ts'
import { presentCustody, presentListed } from './present/custody.ts'
import { presentDisposal, presentStocktake } from './present/storage.ts'
import { needDisposal } from './queries/disposal.ts'
import { storagePlaces } from './queries/storage.ts'
import { makeBundle } from './runs/make-bundle.ts'

type CustodyRoutes = Pick<Handlers, Extract<RouteName, `${'custody' | 'storage' | 'stocktake' | 'disposal'}${string}`>>
type Acting = Pick<SignedInCall<'custodyShow'>, 'runLater' | 'caller'>

/** A command about an exhibit, answered by its custody as it then stands, in a transaction that knows its class. */
const acting =
  <Input>(command: (context: Context, input: Input, origin: string) => Promise<string>) =>
  async ({ body, runLater, caller }: Acting & { readonly body: Input }) => {
    const exhibit = await insist(runLater, (context) => command(context, body, caller.origin))
    return presentCustody(await insist(runLater, (context) => showCustody(context, exhibit)))
  }

const stocktaking =
  <Input>(command: (context: Context, input: Input) => Promise<string>) =>
  async ({ body, runLater }: Acting & { readonly body: Input }) => {
    const id = await runLater((context) => command(context, body))
    return presentStocktake(await runLater((context) => showStocktake(context, id)))
  }

const disposing =
  <Input>(command: (context: Context, input: Input, origin: string) => Promise<string>) =>
  async ({ body, runLater, caller }: Acting & { readonly body: Input }) => {
    const id = await insist(runLater, (context) => command(context, body, caller.origin))
    return presentDisposal(await insist(runLater, (context) => showDisposal(context, id)))
  }

const done = ({ id, at }: { readonly id: string; readonly at: Date }) => ({ id, at: at.toISOString() })

/** The hash that a passkey is to sign, of whatever will be said. */
async function challenge(
  context: Context,
  { handOver: said, answer, disposal }: SignedInCall<'custodySign'>['body'],
  origin: string,
) {
  if (said) return handOverChallenge(context, { said, origin })
  if (answer) return answerChallenge(context, { said: answer, origin })
  if (disposal === undefined) throw new ProofmarkError('not_found', { what: '' })
  const { hash } = await needDisposal(context, disposal)
  return { hash, options: await signatureOptions(context, hash, origin) }
}

/** Who has which exhibit. */
export function custodyRoutes({
  installation,
  settleLedgers,
}: Pick<HttpServices, 'installation' | 'settleLedgers'>): CustodyRoutes {
  return {
    custodyShow: async ({ body, runLater }) =>
      presentCustody(await insist(runLater, (context) => showCustody(context, body.exhibit))),
    custodyList: async ({ body, runLater }) => {
      const { exhibits, next } = await insist(runLater, (context) => listCustody(context, body))
      return { exhibits: exhibits.map(presentListed), next }
    },
    custodySign: ({ body, runLater, caller }) => insist(runLater, (context) => challenge(context, body, caller.origin)),
    custodyHandOver: acting((context, { signature, grounds: _, ...said }, origin) =>
      handOver(context, { said, signature, origin }),
    ),
    custodyAccept: acting((context, { signature, grounds: _, ...said }, origin) =>
      answerHandOver(context, { said, signature, origin }),
    ),
    custodyExplain: acting(explainBreak),
    custodySplit: acting(splitExhibit),
    custodyJoin: acting(joinExhibits),
    custodyOrder: async ({ body, runLater }) => done(await insist(runLater, (context) => orderExhibit(context, body))),
    custodyHold: async ({ body, runLater }) => done(await insist(runLater, (context) => holdExhibit(context, body))),
    custodyLift: async ({ body, runLater }) => done(await insist(runLater, (context) => liftHold(context, body))),
    custodyLabels: async ({ body, runLater }) => {
      const exhibits = await insist(runLater, (context) => takeLabels(context, body.exhibits))
      const bytes = await printLabels(exhibits, body.skip)
      return { file: 'labels.pdf', mediaType: 'application/pdf', bytes }
    },
    custodyBundle: ({ body: { exhibits, language }, runLater: run }) =>
      makeBundle(
        { run, say: sayIn(language), settle: settleLedgers },
        { exhibits, language, authority: installation.country ?? installation.name },
      ),
    storageList: async ({ run }) => ({ places: await run(storagePlaces) }),
    storageAdd: async ({ body, run }) => done(await run((context) => addStorage(context, body))),
    stocktakeBegin: stocktaking(beginStocktake),
    stocktakeScan: stocktaking(scanStock),
    stocktakeShow: async ({ body, run }) =>
      presentStocktake(await run((context) => showStocktake(context, body.stocktake))),
    stocktakeClose: stocktaking((context, { stocktake }) => closeStocktake(context, stocktake)),
    disposalOpen: disposing(openDisposal),
    disposalShow: async ({ body, runLater }) =>
      presentDisposal(await insist(runLater, (context) => showDisposal(context, body.disposal))),
    disposalSign: disposing((context, { grounds: _, ...said }, origin) => signDisposal(context, { ...said, origin })),
    disposalCertificate: async ({ body: { disposal, language }, runLater }) => {
      const view = await insist(runLater, (context) => takeCertificate(context, disposal))
      const bytes = await printCertificate(view, language)
      return { file: `destruction-${disposal}.pdf`, mediaType: 'application/pdf', bytes }
    },
  }
}
