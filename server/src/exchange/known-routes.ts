import type { Handlers } from '../http/endpoint.ts'
import type { HttpServices } from '../http/services.ts'
import { knownState } from './private/queries/known-state.ts'

type KnownRoutes = Pick<Handlers, 'knownAsk' | 'knownState' | 'knownSwitch' | 'knownPublish'>

/** Loaded with the first question: its arithmetic takes memory that a node without partners has no use for. */
const loaded = () => import('./private/look-up.ts')

/** Known or not known, as the reader's agency asks it of partners. */
export function knownRoutes({ lookUp }: HttpServices): KnownRoutes {
  return {
    knownAsk: async ({ body, run }) => (await loaded()).ask(lookUp, run, body),
    knownState: ({ run }) => run(knownState),
    knownPublish: async ({ body, run }) => {
      const { filters, ...epoch } = await (await loaded()).publishTo(lookUp, run, body)
      return { ...epoch, filters: [...filters] }
    },
    knownSwitch: async ({ body, run }) => ({ epochs: await (await loaded()).switchTo(lookUp, run, body) }),
  }
}
