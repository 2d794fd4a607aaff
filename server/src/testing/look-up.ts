import type { Services } from '../access/run-command.ts'
import { type LookUp, makeLookUp } from '../exchange/private/node-look-up.ts'
import { PeerAway } from '../exchange/private/peer/look-up-peer.ts'

const none = async (): Promise<never> => {
  throw new Error('No process keeps keys here.')
}

/** The private look-up of a node that has no keys and reaches nobody. */
export function noLookUp(services: Services): LookUp {
  return makeLookUp(services, {
    node: 'XA',
    keys: { open: none, answer: none, outputs: none, build: none, destroy: async () => {} },
    peer: async (partner) => {
      throw new PeerAway(partner)
    },
  })
}
