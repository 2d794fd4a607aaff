import { answerPeer, type Holder, REQUEST_LIMIT } from './answer-peer.ts'
import { LOOK_UP_PATHS } from './look-up-peer.ts'

/** What the listener for partners is given: an address, the largest body, and who answers an authenticated partner. */
export interface LookUpRoute {
  readonly path: string
  readonly limit: number
  readonly handle: (call: {
    readonly partner: string
    readonly body: Uint8Array
  }) => Promise<{ readonly bytes: Uint8Array }>
}

/** The addresses of the private look-up, for the listener. */
export function lookUpRoutes(holder: Holder): readonly LookUpRoute[] {
  return Object.values(LOOK_UP_PATHS).map((path) => ({
    path,
    limit: REQUEST_LIMIT,
    handle: async ({ partner, body }) => ({ bytes: await answerPeer(holder, partner, path, body) }),
  }))
}
