import { ProofmarkError } from '@proofmark/contract/errors'
import type { ExchangeNode } from '../node.ts'
import type { PeerRequest, PeerResponse } from '../peer/call-peer.ts'
import { partnerAddress } from '../queries/partner-address.ts'
import type { Caller } from './dispatch.ts'

/**
 * Asks a partner at one of its addresses at once, and answers what it said. Whether it may be asked is decided, and logged,
 * by whoever calls. Throws `partner_unknown` for one that no connection leads to, and `LinkFailed`.
 */
export async function callPartner(
  node: ExchangeNode,
  caller: Caller,
  { partner, ...request }: PeerRequest & { readonly partner: string },
): Promise<PeerResponse> {
  const address = await node.run((context) => partnerAddress(context, partner))
  if (!address) throw new ProofmarkError('partner_unknown', { value: partner })
  return caller.call(address, request)
}
