import { type ReconciliationRequest, reconciliationRequest } from '@proofmark/contract/schemas/reconciliation'
import type { Context } from '../../access/context.ts'
import { agreedRestore, countGiven, declareRestore } from '../commands/declare-restore.ts'
import { sendAgain } from '../commands/send-again.ts'
import { acknowledgedBy, bodyFrom, heldFrom } from '../queries/reconciliation.ts'
import { parsePlain } from '../rules/parse-plain.ts'
import type { PeerAnswer, PeerRoute } from './peer-route.ts'

export const RECONCILIATION_PATH = '/exchange/reconciliation'

/**
 * Tells a partner that was restored what it and we sent each other: of its own messages and of those to it alone, once a person here
 * agreed that it was restored, no further back than was agreed, and no more than `RESTORE_BOUNDS`.
 */
export const reconciliationRoute: PeerRoute = {
  path: RECONCILIATION_PATH,
  limit: 100_000,
  handle: async ({ node, partner, body }) => {
    const asked = reconciliationRequest.safeParse(parsePlain(body)?.value)
    if (!asked.success) return { refusal: 'form_unknown', accepted: ['proofmark-reconciliation-1'] }
    const { data } = asked
    if (data.ask === 'restored')
      return { json: { restore: await node.run((context) => declareRestore(context, partner, new Date(data.since))) } }
    const told = await node.run((context) => answerFor(context, partner, data))
    if (told === 'not_agreed') return { refusal: 'restore_not_agreed' }
    return told === null ? { refusal: 'not_found' } : told
  },
}

type Asked = Exclude<ReconciliationRequest, { readonly ask: 'restored' }>

/** What a partner is told under a restore that a person here agreed to, as far back as that reaches, and counted. */
async function answerFor(context: Context, partner: string, asked: Asked): Promise<PeerAnswer | 'not_agreed' | null> {
  const agreed = await agreedRestore(context, partner)
  if (agreed === null) return 'not_agreed'
  const { id, since } = agreed
  switch (asked.ask) {
    case 'held':
      return { json: await heldFrom(context, partner, asked.after, since) }
    case 'acknowledged':
      return { json: await acknowledgedBy(context, partner, asked.after, since) }
    case 'body': {
      const bytes = await bodyFrom(context, partner, asked.message, since)
      if (bytes === null) return null
      await countGiven(context, id, 1)
      return { bytes }
    }
    case 'again': {
      const again = await sendAgain(context, partner, asked.messages, since)
      await countGiven(context, id, again)
      return { json: { again } }
    }
  }
}
