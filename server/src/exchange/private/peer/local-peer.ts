import type { Holder } from './answer-peer.ts'
import { answerPeer } from './answer-peer.ts'
import { type LookUpPeer, PeerAway } from './look-up-peer.ts'

/**
 * The door between agencies of one installation: the same questions to the same answers, without a line. `asker` is the
 * name that the reader's own agency bears, found from who signed in and never said by them.
 */
export function localPeer(asker: string, holderOf: (partner: string) => Holder | null): LookUpPeer {
  return async (partner, path, body) => {
    const holder = holderOf(partner)
    if (!holder) throw new PeerAway(partner)
    return answerPeer(holder, asker, path, body)
  }
}
