import { ProofmarkError } from '@proofmark/contract/errors'
import type { RouteName } from '@proofmark/contract/paths'
import type { CaseShown } from '@proofmark/contract/schemas/case'
import type { Context, Run } from '../access/context.ts'
import { insist } from '../access/insist.ts'
import type { Handlers, SignedInCall } from '../http/endpoint.ts'
import { contentOf } from '../http/sent-file.ts'
import { admitToDocument, beginDocument } from './commands/case-documents.ts'
import { openCompartment } from './commands/compartment.ts'
import { findItems } from './commands/find-items.ts'
import { giveItem } from './commands/give-item.ts'
import { answerLead, offerLead } from './commands/hand-over-case.ts'
import { letIn } from './commands/let-in.ts'
import { moveCase } from './commands/move-case.ts'
import { listWithoutLead, nameLead } from './commands/name-lead.ts'
import { openCase } from './commands/open-case.ts'
import { sayInCase } from './commands/say-in-case.ts'
import { listCases, showCase } from './commands/show-case.ts'
import { showHolding } from './commands/show-holding.ts'
import { withdrawFromCase } from './commands/withdraw.ts'
import {
  presentCase,
  presentDocument,
  presentFindable,
  presentHolding,
  presentListedCase,
  presentWithoutLead,
} from './present/case.ts'
import { presentCasePerson } from './present/person.ts'
import { contentOf as documentContent } from './queries/documents.ts'
import { casePeople } from './queries/members.ts'
import { savedName } from './rules/saved-name.ts'
import { receiveDocument, stateOfDocument } from './runs/receive-document.ts'
import { viewDocument } from './runs/view-document.ts'

type CaseRoute = Extract<RouteName, `case${string}` | `document${string}`>

/** A command of the desk, and the case as it stands afterwards. */
const thenShown =
  <Input>(command: (context: Context, input: Input) => Promise<string>) =>
  async ({ body, runLater }: { readonly body: Input; readonly runLater: Run }): Promise<CaseShown> =>
    shown(runLater, await insist(runLater, (context) => command(context, body)))

/** The same for what takes more than one transaction. */
const runThenShown =
  <Input>(command: (run: Run, input: Input) => Promise<string>) =>
  async ({ body, runLater }: { readonly body: Input; readonly runLater: Run }): Promise<CaseShown> =>
    shown(runLater, await command(runLater, body))

const shown = async (run: Run, id: string): Promise<CaseShown> =>
  presentCase(await run((context) => showCase(context, id)))

function documentIn({ http }: Pick<SignedInCall<'documentShow'>, 'http'>): string {
  const id = http.req.param('document') ?? ''
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw new ProofmarkError('not_found', { what: id })
  return id.toLowerCase()
}

function placeIn(stated: string | undefined): number {
  const from = Number(stated ?? 0)
  if (!Number.isInteger(from) || from < 0)
    throw new ProofmarkError('value_not_listed', { field: 'from', value: stated ?? '', accepted: '0 – …' })
  return from
}

/** Cases, their people and their documents. */
export function caseRoutes(): Pick<Handlers, CaseRoute> {
  return {
    caseOpen: runThenShown(openCase),
    caseList: async ({ body, run }) => {
      const { cases, more } = await run((context) => listCases(context, body))
      return { cases: cases.map(presentListedCase), more }
    },
    caseShow: async ({ body, run }) => presentCase(await run((context) => showCase(context, body.case))),
    caseSay: thenShown(sayInCase),
    caseGive: thenShown(giveItem),
    caseFindItems: async ({ body, run }) => ({
      items: (await run((context) => findItems(context, body))).map(presentFindable),
    }),
    caseHolding: async ({ body, run, reader }) => {
      const held = await run((context) => showHolding(context, body.items))
      return { held: held.map((each) => presentHolding(each, reader.agency?.id ?? null)) }
    },
    caseWithdraw: runThenShown(withdrawFromCase),
    caseMove: thenShown(moveCase),
    caseLetIn: thenShown(letIn),
    casePeople: async ({ run }) => ({ people: (await run(casePeople)).map(presentCasePerson) }),
    caseCompartment: runThenShown(openCompartment),
    caseHandOver: thenShown(offerLead),
    caseHandOverAnswer: thenShown(answerLead),
    caseWithoutLead: async ({ run }) => {
      const { cases, people } = await run(listWithoutLead)
      return {
        cases: cases.map(presentWithoutLead),
        people: people.map(presentCasePerson),
      }
    },
    caseNameLead: async ({ body, runLater }) => {
      const { case: file, account } = await insist(runLater, (context) => nameLead(context, body))
      return { case: file, account }
    },
    documentBegin: async ({ body, runLater, reader }) =>
      presentDocument(await insist(runLater, (context) => beginDocument(context, body)), reader.agency?.id ?? null),
    documentPart: async (call) => {
      const from = placeIn(call.http.req.query('from'))
      const document = await receiveDocument(call.runLater, documentIn(call), from, contentOf(call))
      return presentDocument(document, call.reader.agency?.id ?? null)
    },
    documentShow: async (call) =>
      presentDocument(await stateOfDocument(call.runLater, documentIn(call)), call.reader.agency?.id ?? null),
    documentView: async (call) => viewDocument(call.runLater, documentIn(call)),
    documentTake: async (call) => {
      const document = await call.run((context) => admitToDocument(context, documentIn(call), call.body.sealed))
      const mediaType = document.caution === null ? document.mediaType : null
      return {
        ...{ file: savedName(document), mediaType: mediaType ?? 'application/octet-stream' },
        ...{ size: document.bytes, parts: documentContent(call.runLater, document.id) },
      }
    },
  }
}
