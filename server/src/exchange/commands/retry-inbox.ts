import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { needExchanger } from '../policy/partner.ts'
import type { InboxKey } from './take-message.ts'

/**
 * A person lets a message whose effect failed be taken once more: it waits for it as if it had just come. Throws
 * `role_needed`, `not_found`, `message_settled`.
 */
export async function retryInbox(context: Context, { partner, message }: InboxKey): Promise<void> {
  needExchanger(context.reader)
  const found = await context.query
    .selectFrom('inbox_message')
    .select('state')
    .where('partner', '=', partner)
    .where('id', '=', message)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new ProofmarkError('not_found', { what: 'message' })
  if (found.state !== 'failed') throw new ProofmarkError('message_settled', { message, state: found.state })
  await context.query
    .updateTable('inbox_message')
    .set({ state: 'stored', reason: null })
    .where('partner', '=', partner)
    .where('id', '=', message)
    .execute()
  await context.audit({ action: 'message.retried', subjects: [message], body: { partner } })
}
