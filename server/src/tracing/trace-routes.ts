import type { RouteName } from '@proofmark/contract/paths'
import type { Context } from '../access/context.ts'
import { insist } from '../access/insist.ts'
import type { Handlers, SignedInCall } from '../http/endpoint.ts'
import type { HttpServices } from '../http/services.ts'
import { wordingOfPages } from '../linkage/present/wording.ts'
import { adoptProposals } from './commands/adopt-proposals.ts'
import { answerTrace } from './commands/answer-trace.ts'
import { askOwners } from './commands/ask-owners.ts'
import { approveClosing, closeTrace, correctClosing } from './commands/close-trace.ts'
import { confirmFinding, takeBackFinding } from './commands/confirm-finding.ts'
import { draftAnswer } from './commands/draft-answer.ts'
import { draftTrace } from './commands/draft-trace.ts'
import { editTrace } from './commands/edit-trace.ts'
import { contactQuery, listContacts } from './commands/list-contacts.ts'
import { listTraces } from './commands/list-traces.ts'
import { moveTrace } from './commands/move-trace.ts'
import { notePermission } from './commands/note-permission.ts'
import { receiveReply } from './commands/receive-reply.ts'
import { saveContact } from './commands/save-contact.ts'
import { saveRequestedItem } from './commands/save-requested-item.ts'
import { saveTerms } from './commands/save-terms.ts'
import { sendTrace } from './commands/send-trace.ts'
import { afterwards, showTrace } from './commands/show-trace.ts'
import { takeIn } from './commands/take-in-request.ts'
import { typeIn } from './commands/type-in-request.ts'
import { presentContact } from './present/contact.ts'
import { presentBoard, presentDraft, presentFigures, presentTrace } from './present/trace.ts'
import { traceFigures } from './queries/figures.ts'
import { standingTerms } from './queries/trace-book.ts'

type TraceRoutes = Pick<Handlers, Exclude<Extract<RouteName, `trace${string}`>, 'traceDocument' | 'traceEvidence'>>

/** A command about one request, answered by the request as it then stands. */
const acting =
  <Input>(command: (context: Context, input: Input) => Promise<string>) =>
  async ({
    body,
    runLater,
    say,
    locale,
  }: Pick<SignedInCall<'traceShow'>, 'runLater' | 'say' | 'locale'> & { readonly body: Input }) =>
    presentTrace(await insist(runLater, (context) => afterwards(command)(context, body)), wordingOfPages(say, locale))

export function traceRoutes({ askMatch }: Pick<HttpServices, 'askMatch'>): TraceRoutes {
  return {
    traceDraft: acting(draftTrace),
    traceEdit: acting(editTrace),
    traceAdopt: acting(adoptProposals),
    traceMove: acting(moveTrace),
    traceSend: acting(sendTrace),
    traceReceive: acting(receiveReply),
    traceTakeIn: acting(takeIn),
    traceTypeIn: acting(typeIn),
    traceAnswer: acting(answerTrace),
    traceClose: acting(closeTrace),
    traceCorrect: acting(correctClosing),
    traceApprove: acting(approveClosing),
    tracePermit: acting(notePermission),
    traceConfirm: acting(confirmFinding),
    traceConfirmTakeBack: acting(takeBackFinding),
    traceAnswerDraft: async ({ body, run }) => presentDraft(await run((context) => draftAnswer(context, body.trace))),
    traceAsk: async ({ body, run }) => {
      const { question, at, desks } = await run((context) => askOwners(context, body))
      return { question, at: at.toISOString(), agencies: desks.map(({ name }) => name) }
    },
    tracePointers: async ({ body, run }) => {
      const lines = await askMatch(await run((context) => saveRequestedItem(context, body)))
      return { pointers: lines.map((line) => ({ restricted: true as const, ...line })) }
    },
    traceShow: async ({ body, run, say, locale }) =>
      presentTrace(await run((context) => showTrace(context, body.trace)), wordingOfPages(say, locale)),
    traceList: async ({ body, run }) => presentBoard(await run((context) => listTraces(context, body))),
    traceFigures: async ({ body, run, say, locale }) =>
      presentFigures(await run((context) => traceFigures(context, body)), wordingOfPages(say, locale)),
    traceTermsList: async ({ run }) => ({
      terms: (await run(standingTerms)).map(({ terms, by, at }) => ({ ...terms, by, at: at.toISOString() })),
    }),
    traceTermsSave: async ({ body, run }) => ({
      partner: body.partner,
      at: (await run((context) => saveTerms(context, body))).toISOString(),
    }),
    traceContactList: async ({ http, run }) => {
      const { country, kind, verifiedBefore } = http.req.query()
      const asked = contactQuery({ country, kind, verifiedBefore })
      return { contacts: (await run((context) => listContacts(context, asked))).map(presentContact) }
    },
    traceContactSave: async ({ body, run }) => ({
      id: body.id,
      at: (await run((context) => saveContact(context, body))).toISOString(),
    }),
  }
}
