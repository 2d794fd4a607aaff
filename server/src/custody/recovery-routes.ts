import type { RouteName } from '@proofmark/contract/paths'
import { insist } from '../access/insist.ts'
import type { Handlers } from '../http/endpoint.ts'
import type { HttpServices } from '../http/services.ts'
import { drawPapers } from './commands/draw-papers.ts'
import { examineExhibit } from './commands/examine-exhibit.ts'
import { joinRecoveries, readyJoin } from './commands/join-recoveries.ts'
import { listRecoveries } from './commands/list-recoveries.ts'
import { showRecovery } from './commands/show-recovery.ts'
import { printPapers } from './documents/recovery-paper.ts'
import { presentRecoveries, presentRecovery } from './present/recovery.ts'
import { answerRecovery, recordRecovery } from './runs/record-recovery.ts'

type RecoveryRoute = Extract<RouteName, `recovery${string}`>

export function recoveryRoutes({ askMatch }: HttpServices): Pick<Handlers, RecoveryRoute> {
  return {
    recoverySave: async ({ body, runLater }) => recordRecovery(runLater, askMatch, body),
    recoveryShow: async ({ body, run }) => presentRecovery(await run((context) => showRecovery(context, body))),
    recoveryList: async ({ body, run }) => presentRecoveries(await run((context) => listRecoveries(context, body))),
    recoveryPaper: async ({ body, run }) => {
      const drawn = await run((context) => drawPapers(context, body))
      return {
        file: `recovery-forms-${drawn.on}.pdf`,
        mediaType: 'application/pdf',
        bytes: await printPapers(drawn, body.language),
      }
    },
    recoveryExamine: async ({ body, runLater }) => insist(runLater, (context) => examineExhibit(context, body)),
    recoveryJoin: async ({ body, runLater }) => {
      await insist(runLater, (context) => readyJoin(context, body))
      return insist(runLater, (context) => joinRecoveries(context, body))
    },
    recoveryAnswers: async ({ body, runLater }) => ({
      recovery: body.recovery,
      answers: await answerRecovery(runLater, askMatch, body),
    }),
  }
}
