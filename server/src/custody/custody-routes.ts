import { sayIn } from '@proofmark/contract/catalogues'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { RouteName } from '@proofmark/contract/paths'
import type { Context } from '../access/context.ts'
import { insist } from '../access/insist.ts'
import type { Handlers, SignedInCall } from '../http/endpoint.ts'
import type { HttpServices } from '../http/services.ts'
import { answerChallenge, answerHandOver } from './commands/answer-hand-over.ts'
import { handOver, handOverChallenge } from './commands/hand-over.ts'
import { explainBreak, holdExhibit, liftHold, orderExhibit } from './commands/order-exhibit.ts'
import { listCustody, showCustody } from './commands/show-custody.ts'
import { signatureOptions } from './commands/signature.ts'
import { joinExhibits, splitExhibit } from './commands/split-exhibit.ts'
import { takeLabels } from './commands/take-paper.ts'
import { printLabels } from './documents/labels.ts'
import { presentCustody, presentListed } from './present/custody.ts'
import { needDisposal } from './queries/disposal.ts'
import { makeBundle } from './runs/make-bundle.ts'

type CustodyRoutes = Pick<Handlers, Extract<RouteName, `custody${string}`>>
type Acting = Pick<SignedInCall<'custodyShow'>, 'runLater' | 'caller'>

/** A command about an exhibit, answered by its custody as it then stands, in a transaction that knows its class. */
const acting =
  <Input>(command: (context: Context, input: Input, origin: string) => Promise<string>) =>
  async ({ body, runLater, caller }: Acting & { readonly body: Input }) => {
    const exhibit = await insist(runLater, (context) => command(context, body, caller.origin))
    return presentCustody(await insist(runLater, (context) => showCustody(context, exhibit)))
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
  }
}
