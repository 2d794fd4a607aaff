import type { Handlers } from '../http/endpoint.ts'
import { addAgency } from './commands/add-agency.ts'
import { correctDesk } from './commands/correct-desk.ts'
import { nameOverseer } from './commands/name-overseer.ts'
import { knownAgencies } from './queries/known-agencies.ts'

type AgencyRoutes = Pick<Handlers, 'agencyList' | 'agencyAdd' | 'agencyCorrect' | 'overseerName'>

export function agencyRoutes(): AgencyRoutes {
  return {
    agencyList: ({ run }) => run(knownAgencies),
    agencyAdd: async ({ body, run }) => ({
      ...(await run((context) => addAgency(context, body))),
      desk: body.desk,
    }),
    agencyCorrect: ({ body, run }) => run((context) => correctDesk(context, body)),
    overseerName: async ({ body, run }) => {
      await run((context) => nameOverseer(context, body))
      return { done: true } as const
    },
  }
}
