import type { MessageKind } from '@proofmark/contract/message-kinds'
import type { Context } from '../../access/context.ts'
import { faultPoint } from '../fault-point.ts'
import { receivers } from '../receivers.ts'
import { readMessageBody } from '../rules/read-body.ts'

export interface InboxKey {
  readonly partner: string
  readonly message: string
}

/**
 * Takes the effect of a stored message, and says in the same transaction that it was taken: so it has it once, however
 * often it came and wherever a process died. Answers false where another took it, or it waits for an earlier one about
 * the same matter. What its receiver throws rolls all of it back.
 */
export async function takeMessage(context: Context, { partner, message }: InboxKey): Promise<boolean> {
  const { query, now } = context
  const found = await query
    .selectFrom('inbox_message')
    .select(['kind', 'body', 'sent_at', 'about', 'number'])
    .where('partner', '=', partner)
    .where('id', '=', message)
    .where('state', '=', 'stored')
    .forUpdate()
    .executeTakeFirst()
  if (!found) return false
  if (found.about !== null && (await isPreceded(context, partner, found.about, found.number))) return false
  const read = readMessageBody(found.kind, found.body)
  if (read.refusal !== null) throw new TypeError(`A stored message is not of its form: ${read.refusal}.`)
  await receivers[found.kind as MessageKind](context, { partner, message, body: read.body, sentAt: found.sent_at })
  await query
    .updateTable('inbox_message')
    .set((the) => ({ state: 'taken', reason: null, taken_at: now, attempts: the('attempts', '+', 1) }))
    .where('partner', '=', partner)
    .where('id', '=', message)
    .execute()
  faultPoint('taking')
  return true
}

async function isPreceded({ query }: Context, partner: string, about: string, number: string): Promise<boolean> {
  const earlier = await query
    .selectFrom('inbox_message')
    .select('id')
    .where('partner', '=', partner)
    .where('about', '=', about)
    .where('number', '<', number)
    .where('state', 'in', ['stored', 'failed'])
    .limit(1)
    .executeTakeFirst()
  return earlier !== undefined
}
