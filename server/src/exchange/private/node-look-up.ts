import type { Run } from '../../access/context.ts'
import type { Services } from '../../access/run-command.ts'
import { exchangeRun } from './exchange-run.ts'
import type { PrivateKeys } from './keys/private-keys.ts'
import type { LookUpPeer } from './peer/look-up-peer.ts'

/** What the private look-up of a node works with. */
export interface LookUp {
  /** The name by which partners know the node. */
  readonly node: string
  readonly keys: PrivateKeys
  /** To other nodes. */
  readonly peer: LookUpPeer
  /** In the name of the exchange process, which sees no record. */
  readonly asExchange: Run
}

/** The look-up of a node over its services. */
export function makeLookUp(services: Services, { node, keys, peer }: Pick<LookUp, 'node' | 'keys' | 'peer'>): LookUp {
  let opened: Promise<Run> | null = null
  return {
    node,
    keys,
    peer,
    asExchange: async (work) => {
      opened ??= exchangeRun(services)
      return (await opened)(work)
    },
  }
}
