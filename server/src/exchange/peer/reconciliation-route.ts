import { reconciliationRequest } from '@proofmark/contract/schemas/reconciliation'
import { sendAgain } from '../commands/send-again.ts'
import { acknowledgedBy, bodyFrom, heldFrom } from '../queries/reconciliation.ts'
import { parsePlain } from '../rules/parse-plain.ts'
import type { PeerRoute } from './peer-route.ts'

export const RECONCILIATION_PATH = '/exchange/reconciliation'

/** Tells a partner that was restored what it and we sent each other: of its own messages and of those to it alone. */
export const reconciliationRoute: PeerRoute = {
  path: RECONCILIATION_PATH,
  limit: 100_000,
  handle: async ({ node, partner, body }) => {
    const asked = reconciliationRequest.safeParse(parsePlain(body)?.value)
    if (!asked.success) return { refusal: 'form_unknown', accepted: ['proofmark-reconciliation-1'] }
    const { data } = asked
    switch (data.ask) {
      case 'held':
        return { json: await node.run((context) => heldFrom(context, partner, data.after)) }
      case 'body': {
        const bytes = await node.run((context) => bodyFrom(context, partner, data.message))
        return bytes === null ? { refusal: 'not_found' } : { bytes }
      }
      case 'acknowledged':
        return { json: await node.run((context) => acknowledgedBy(context, partner, data.after)) }
      case 'again':
        return { json: { again: await node.run((context) => sendAgain(context, partner, data.messages)) } }
    }
  },
}
