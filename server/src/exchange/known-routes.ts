import type { Handlers } from '../http/endpoint.ts'
import type { HttpServices } from '../http/services.ts'
import { ask, switchTo } from './private/look-up.ts'
import { knownState } from './private/queries/known-state.ts'

type KnownRoutes = Pick<Handlers, 'knownAsk' | 'knownState' | 'knownSwitch'>

/** Known or not known, as the reader's agency asks it of partners. */
export function knownRoutes({ lookUp }: HttpServices): KnownRoutes {
  return {
    knownAsk: ({ body, run }) => ask(lookUp, run, body),
    knownState: ({ run }) => run(knownState),
    knownSwitch: async ({ body, run }) => ({ epochs: await switchTo(lookUp, run, body) }),
  }
}
