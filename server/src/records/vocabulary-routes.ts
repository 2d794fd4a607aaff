import type { Run } from '../access/context.ts'
import { settleFailure } from '../access/run-command.ts'
import type { Handlers } from '../http/endpoint.ts'
import type { HttpServices } from '../http/services.ts'
import { decideSeveral } from './commands/decide-several.ts'
import { decideText } from './commands/decide-text.ts'
import { stopRenewal } from './commands/stop-renewal.ts'
import { undoDecisions } from './commands/undo-decisions.ts'
import { withdrawDecision } from './commands/withdraw-decision.ts'
import { presentRenewal } from './present/renewal.ts'
import {
  presentDecisions,
  presentPreview,
  presentProposals,
  presentQueue,
  presentSeveral,
} from './present/vocabulary.ts'
import { findRenewal } from './queries/find-renewal.ts'
import { previewDecisions } from './queries/preview-decisions.ts'
import { proposals } from './queries/proposals.ts'
import { unreadQueue } from './queries/unread-queue.ts'
import { listDecisions } from './queries/vocabulary.ts'
import { renewReadings } from './runs/renew-readings.ts'

type VocabularyRoute =
  | 'vocabularyQueue'
  | 'vocabularyList'
  | 'vocabularyDecide'
  | 'vocabularyWithdraw'
  | 'vocabularyPropose'
  | 'vocabularyPreview'
  | 'vocabularyDecideSeveral'
  | 'vocabularyUndo'
  | 'renewalPreview'
  | 'renewalBegin'
  | 'renewalShow'
  | 'renewalStop'

/** Texts and decisions of one page where no other number is asked for. */
const PAGE = 50

async function lastRenewal(run: Run, agency?: string) {
  const found = await run((context) => findRenewal(context, agency))
  return { renewal: found && presentRenewal(found) }
}

export function vocabularyRoutes(services: HttpServices): Pick<Handlers, VocabularyRoute> {
  const { background } = services
  return {
    vocabularyQueue: async ({ body, run }) => {
      const limit = body.limit ?? PAGE
      return presentQueue(await run((context) => unreadQueue(context, { ...body, limit })))
    },
    vocabularyList: async ({ body, run }) => {
      const limit = body.limit ?? PAGE
      return presentDecisions(await run((context) => listDecisions(context, { ...body, limit })), limit)
    },
    vocabularyDecide: async ({ body, run }) => run((context) => decideText(context, body)),
    vocabularyWithdraw: async ({ body, run }) => run((context) => withdrawDecision(context, body)),
    vocabularyPropose: async ({ body, run }) => presentProposals(await run((context) => proposals(context, body))),
    vocabularyPreview: async ({ body, run }) => presentPreview(await run((context) => previewDecisions(context, body))),
    vocabularyDecideSeveral: async ({ body, run }) =>
      presentSeveral(await run((context) => decideSeveral(context, body))),
    vocabularyUndo: async ({ body, run }) => run((context) => undoDecisions(context, body)),
    renewalPreview: async ({ body, run }) => {
      const { records, changed, changes, others } = await renewReadings(run, { ...body, preview: true })
      return { records, changed, changes: [...changes], others }
    },
    renewalBegin: async ({ body, run, runLater, reader }) => {
      const begun = Promise.withResolvers<void>()
      // Whoever began it is answered when the first batch is in; the rest goes on by itself.
      const work = renewReadings(runLater, {
        ...body,
        preview: false,
        signal: background.signal,
        onProgress: () => begun.resolve(),
      })
      background.add(work)
      work.then(
        () => begun.resolve(),
        (failure: unknown) => begun.reject(failure),
      )
      await begun.promise
      work.catch((failure: unknown) => settleFailure(services, reader, null, 'renewalBegin', failure))
      return lastRenewal(run, body.agency)
    },
    renewalShow: async ({ run }) => lastRenewal(run),
    renewalStop: async ({ run }) => {
      await run((context) => stopRenewal(context, {}))
      return lastRenewal(run)
    },
  }
}
