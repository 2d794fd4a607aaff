import type {
  KnownAnswer,
  KnownRequest,
  KnownSwitch,
  PublishRequest,
} from '@proofmark/contract/schemas/private-look-up'
import type { Context, Run } from '../../access/context.ts'
import { switchPartner } from './commands/switch-partner.ts'
import type { LookUp } from './node-look-up.ts'
import type { Holder } from './peer/answer-peer.ts'
import { localPeer } from './peer/local-peer.ts'
import { askPartner } from './runs/ask.ts'
import { type Publication, publish } from './runs/publish.ts'

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
