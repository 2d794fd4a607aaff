import { storeMessage } from '../commands/store-message.ts'
import { faultPoint } from '../fault-point.ts'
import { MESSAGE_LIMIT_BYTES } from '../rules/message.ts'
import type { PeerRoute } from './peer-route.ts'

export const MESSAGES_PATH = '/exchange/messages'
export const SIGNATURE_HEADER = 'proofmark-signature'

function clockOf(stated: string | undefined): Date | null {
  const moment = Date.parse(stated ?? '')
  return Number.isNaN(moment) ? null : new Date(moment)
}

/** Takes in one message: its exact bytes are the body, its signature a header. Answers the receipt once it is stored. */
export const messageRoute: PeerRoute = {
  path: MESSAGES_PATH,
  limit: MESSAGE_LIMIT_BYTES,
  handle: async ({ node, partner, headers, body }) => {
    const signature = headers[SIGNATURE_HEADER]
    faultPoint('arrived')
    const stored = await node.run((context) =>
      storeMessage(context, node.keys, {
        partner,
        door: 'node',
        body,
        signature: typeof signature === 'string' ? signature : null,
        partnerClock: clockOf(headers.date),
      }),
    )
    faultPoint('stored')
    return 'receipt' in stored ? { json: { receipt: stored.receipt } } : stored
  },
}
