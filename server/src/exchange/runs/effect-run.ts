import type { MessageKind } from '@proofmark/contract/message-kinds'
import type { Context, Run } from '../../access/context.ts'
import { insist } from '../../access/insist.ts'
import { agencyOfMessage } from '../../tracing/queries/agency-of-message.ts'
import type { InboxKey } from '../commands/take-message.ts'
import type { ExchangeNode } from '../node.ts'
import { readMessageBody } from '../rules/read-body.ts'

/** On whose desk a stored message takes effect; null where on nobody's. */
async function agencyConcerned(context: Context, { partner, message }: InboxKey): Promise<string | null> {
  const found = await context.query
    .selectFrom('inbox_message')
    .select(['kind', 'body'])
    .where('partner', '=', partner)
    .where('id', '=', message)
    .executeTakeFirst()
  if (!found) return null
  const read = readMessageBody(found.kind, found.body)
  if (read.refusal !== null) return null
  return agencyOfMessage(context, { partner, kind: found.kind as MessageKind, body: read.body })
}

/**
 * As whom the effect of a message is taken: the exchange process, which sees no record; in the name of the agency on whose
 * desk it takes effect, where there is one, with what that agency's people may see.
 */
export async function runForEffect({ run, runFor }: ExchangeNode, key: InboxKey): Promise<Run> {
  const agency = await run((context) => agencyConcerned(context, key))
  if (agency === null) return run
  return (work) => insist(runFor(agency), work)
}
