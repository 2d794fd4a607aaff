import { join } from 'node:path'
import { pino } from 'pino'
import { openNode } from '../exchange/node.ts'
import { PeerCaller } from '../exchange/peer/call-peer.ts'
import { KeyRing } from '../exchange/private/keys/key-ring.ts'
import { type LookUp, makeLookUp } from '../exchange/private/node-look-up.ts'
import { peerOverLine } from '../exchange/private/peer/line.ts'
import { callPartner } from '../exchange/runs/call-partner.ts'
import { nodeKeysOf } from './node-name.ts'
import type { Shell } from './shell.ts'

/**
 * The private look-up for one command of the shell, whose user holds the data folder and the keys in it. A server that
 * runs beside it keeps its keys in the same files, and both see what either makes or destroys.
 */
export async function withLookUp<Result>(
  { pool, store, settings, installation }: Shell,
  work: (lookUp: LookUp) => Promise<Result>,
): Promise<Result> {
  const clock = () => new Date()
  const { recordSecret, lookUpKey } = store.keys
  const services = { pool, clock, recordSecret, logger: pino({ level: 'silent' }) }
  const keys = await nodeKeysOf(settings, installation)
  const node = await openNode(services, keys)
  const caller = new PeerCaller(keys, clock)
  const lookUp = makeLookUp(services, {
    node: keys.node,
    keys: new KeyRing(join(settings.folder, 'private-look-up'), lookUpKey, clock),
    peer: peerOverLine((partner, request) => callPartner(node, caller, { partner, ...request })),
  })
  try {
    return await work(lookUp)
  } finally {
    caller.close()
  }
}
