import type {
  KnownAnswer,
  KnownRequest,
  KnownSwitch,
  PublishRequest,
} from '@proofmark/contract/schemas/private-look-up'
import type { Context, Run } from '../../access/context.ts'
import type { Services } from '../../access/run-command.ts'
import { switchPartner } from './commands/switch-partner.ts'
import { exchangeRun } from './exchange-run.ts'
import type { PrivateKeys } from './keys/private-keys.ts'
import type { Holder } from './peer/answer-peer.ts'
import { localPeer } from './peer/local-peer.ts'
import type { LookUpPeer } from './peer/look-up-peer.ts'
import { askPartner } from './runs/ask.ts'
import { type Publication, publish } from './runs/publish.ts'

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

/** The holder who answers partners: the node, or an agency of it under its own name. */
export const holderOf = ({ keys, asExchange }: LookUp, name: string): Holder => ({ name, run: asExchange, keys })

/** Asks a partner in a reader's name whether it knows a firearm: over the line, or within the installation. */
export function ask(lookUp: LookUp, run: Run, request: KnownRequest): Promise<KnownAnswer> {
  const door = (asker: string) => localPeer(asker, (name) => holderOf(lookUp, name))
  return askPartner({ run, node: lookUp.node, peer: lookUp.peer, door }, request)
}

/** Publishes to a partner in a reader's name what it may ask about. */
export const publishTo = ({ keys, node }: LookUp, run: Run, request: PublishRequest): Promise<Publication> =>
  publish({ run, keys, node }, request)

/** Stops a partner or lets it be published again; the keys are gone before this is answered. Answers how many epochs. */
export async function switchTo({ keys, node }: LookUp, run: Run, wanted: KnownSwitch): Promise<number> {
  const names = await run((context: Context) => switchPartner(context, node, wanted))
  await keys.destroy(names)
  return new Set(names.map(({ epoch }) => epoch)).size
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
