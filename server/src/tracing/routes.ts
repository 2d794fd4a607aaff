import type { Handlers } from '../http/endpoint.ts'
import { isolateNames } from '../linkage/present/wording.ts'
import { showLife } from './commands/show-life.ts'
import { presentLife } from './present/life.ts'

export function tracingRoutes(): Pick<Handlers, 'lifeShow'> {
  return {
    lifeShow: async ({ body, run, say, locale }) =>
      presentLife(await run((context) => showLife(context, body.record)), { say, locale, isolate: isolateNames }),
  }
}
