import type { MessageKind } from '@proofmark/contract/message-kinds'
import type { Context, Run } from '../../access/context.ts'
import { agencyOfMessage } from '../../tracing/queries/agency-of-message.ts'
import type { InboxKey } from '../commands/take-message.ts'
import type { ExchangeNode } from '../node.ts'
import { readMessageBody } from '../rules/read-body.ts'

/** Whose rows the effect of a message is written among; null where it touches no agency's. */
async function agencyFor(context: Context, { partner, message }: InboxKey): Promise<string | null> {
  const found = await context.query
    .selectFrom('inbox_message')
    .select(['kind', 'body'])
    .where('partner', '=', partner)
    .where('id', '=', message)
    .executeTakeFirst()
  const read = found && readMessageBody(found.kind, found.body)
  if (!read || read.refusal !== null) return null
  return agencyOfMessage(context, { partner, kind: found.kind as MessageKind, body: read.body })
}

/**
 * As whom the effect of a message is taken: the exchange process in the name of the agency whose request it is about, with
 * what that agency may see; else the exchange process by itself, which sees no record.
 */
export async function runForEffect(node: ExchangeNode, key: InboxKey): Promise<Run> {
  const agency = await node.run((context) => agencyFor(context, key))
  return agency === null ? node.run : node.runFor(agency)
}
