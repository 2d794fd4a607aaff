import type { Handlers } from '../http/endpoint.ts'
import type { HttpServices } from '../http/services.ts'
import { accountRoutes } from './account-routes.ts'
import { agencyRoutes } from './agency-routes.ts'
import { readLog } from './queries/read-log.ts'
import { signInRoutes } from './sign-in-routes.ts'

type AccessRoutes = Pick<Handlers, 'logRead' | 'logVerify'> &
  ReturnType<typeof signInRoutes> &
  ReturnType<typeof accountRoutes> &
  ReturnType<typeof agencyRoutes>

export function accessRoutes(services: HttpServices): AccessRoutes {
  const { verifyLog } = services
  return {
    ...signInRoutes(services),
    ...accountRoutes(),
    ...agencyRoutes(),
    logRead: ({ body, run }) => run((context) => readLog(context, body)),
    logVerify: async ({ body, run, say }) => {
      const { faults, ...verdict } = await verifyLog(body.checkpoint === undefined ? [] : [body.checkpoint])
      await run(({ audit }) => audit({ action: 'log.verified', body: { size: verdict.size, faults: faults.length } }))
      return { ...verdict, faults: faults.map((each) => ({ ...each, text: say(`fault.${each.fault}`, { ...each }) })) }
    },
  }
}
