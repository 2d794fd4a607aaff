import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { needAllowed } from '../policy/agreement.ts'
import { LEDGER_WATCHERS } from '../policy/partner.ts'
import { partnersToWitness } from '../queries/partners-to-witness.ts'
import { sendCheckpoints } from './send-checkpoints.ts'

/**
 * Sends the newest checkpoint of the exchange ledger now, to one partner or to all that may have it, without waiting for
 * the day to end. Whoever holds it already is sent nothing. Answers to whom it was sent. Throws `role_needed`,
 * `partner_unknown`, `agreement_forbids`.
 */
export async function sendLedger(
  context: Context,
  { partner }: { readonly partner?: string | undefined },
): Promise<string[]> {
  needRole(context.reader, LEDGER_WATCHERS)
  if (partner === undefined) return sendCheckpoints(context, await partnersToWitness(context), 'now')
  await needAllowed(context, partner, { what: 'message', kind: 'checkpoint' })
  return sendCheckpoints(context, [partner], 'now')
}
