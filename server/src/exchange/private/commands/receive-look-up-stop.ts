import { lookUpStopMessage } from '@proofmark/contract/schemas/exchange-message'
import type { Context } from '../../../access/context.ts'
import type { Received } from '../../commands/received.ts'

/**
 * A partner says that it answers no more questions about a class of data, or that it does again: its filters are of no use
 * then, and nothing is sent to it for nothing.
 */
export async function receiveLookUpStop(
  { query, audit }: Context,
  { partner, message, body }: Received,
): Promise<void> {
  const { dataClass, stopped, at } = lookUpStopMessage.parse(body)
  const lifted = stopped ? null : new Date(at)
  await query
    .insertInto('told_stop')
    .values({ partner, data_class: dataClass, message, since: new Date(at), lifted_at: lifted })
    .onConflict((conflict) =>
      conflict
        .columns(['partner', 'data_class'])
        .doUpdateSet(stopped ? { message, since: new Date(at), lifted_at: null } : { message, lifted_at: lifted }),
    )
    .execute()
  if (stopped)
    await query
      .deleteFrom('private_received')
      .where('partner', '=', partner)
      .where('data_class', '=', dataClass)
      .execute()
  await audit({ action: 'private.stop_told', subjects: [message], body: { partner, dataClass, stopped } })
}
