import type { Handlers } from '../http/endpoint.ts'
import type { HttpServices } from '../http/services.ts'
import { wordingOfPages } from '../linkage/present/wording.ts'
import { listOverseen } from './commands/list-overseen.ts'
import { passOn } from './commands/pass-on.ts'
import { showLife } from './commands/show-life.ts'
import { presentLife } from './present/life.ts'
import { presentOverseen, presentOversight } from './present/oversight.ts'

type TracingRoutes = Pick<Handlers, 'lifeShow' | 'oversightList' | 'oversightPassOn'>

export function tracingRoutes({ clock }: HttpServices): TracingRoutes {
  return {
    lifeShow: async ({ body, run, say, locale }) =>
      presentLife(await run((context) => showLife(context, body.record)), wordingOfPages(say, locale)),
    oversightList: async ({ run, say, locale }) =>
      presentOversight(await run(listOverseen), clock(), wordingOfPages(say, locale)),
    oversightPassOn: async ({ body, run, say, locale }) => ({
      finding: presentOverseen(await run((context) => passOn(context, body)), clock(), wordingOfPages(say, locale)),
    }),
  }
}
