import type { RouteName } from '@proofmark/contract/paths'
import type { Handlers } from '../http/endpoint.ts'
import type { HttpServices } from '../http/services.ts'
import { askDeconfliction } from './commands/ask-deconfliction.ts'
import { declineIntroduction } from './commands/decline-introduction.ts'
import { introduce } from './commands/introduce.ts'
import { planOperation } from './commands/plan-operation.ts'
import { withdrawStanding } from './commands/withdraw-standing.ts'
import { listDeconfliction } from './queries/list-deconfliction.ts'
import { listOperations } from './queries/list-operations.ts'
import { silentMeetings } from './queries/silent-meetings.ts'

type DeconflictionRoutes = Pick<Handlers, Extract<RouteName, `${'deconfliction' | 'operation'}${string}`>>

/** Who else works on this, and who else is about to act there: kept here, compared by the matching process. */
export function deconflictionRoutes({ askDeconfliction: ask }: HttpServices): DeconflictionRoutes {
  return {
    deconflictionAsk: async ({ body, run }) => {
      const [line] = await ask(await run((context) => askDeconfliction(context, body)))
      return line ?? {}
    },
    deconflictionList: ({ run }) => run(listDeconfliction),
    deconflictionWithdraw: async ({ body, run }) => ({
      id: await run((context) => withdrawStanding(context, 'deconfliction_question', body.question)),
    }),
    deconflictionDesk: ({ run }) => run(silentMeetings),
    deconflictionIntroduce: async ({ body, run }) => {
      const kept = await run((context) => introduce(context, body))
      await ask(kept)
      return { id: kept.id }
    },
    deconflictionDecline: async ({ body, run }) => ({
      id: await run((context) => declineIntroduction(context, body)),
    }),
    operationAdd: async ({ body, run }) => {
      const kept = await run((context) => planOperation(context, body))
      return { operation: kept.id, met: await ask(kept) }
    },
    operationList: ({ run }) => run(listOperations),
    operationWithdraw: async ({ body, run }) => ({
      id: await run((context) => withdrawStanding(context, 'planned_operation', body.operation)),
    }),
  }
}
