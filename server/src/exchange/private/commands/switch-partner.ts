import { randomUUID } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import { LOOK_UP_KINDS, type LookUpClass } from '@proofmark/contract/private-words'
import type { LookUpStopMessage } from '@proofmark/contract/schemas/exchange-message'
import type { KnownSwitch } from '@proofmark/contract/schemas/private-look-up'
import type { Context } from '../../../access/context.ts'
import { needRole } from '../../../access/policy/role.ts'
import { sendMessage } from '../../commands/send-message.ts'
import { partnerAllows } from '../../policy/agreement.ts'
import { findPartner } from '../../queries/find-partner.ts'
import type { KeyName } from '../keys/key-name.ts'
import { agencyOfPartner, ownName } from '../queries/own-names.ts'

/** Another node is told by a message, as far as anything may be sent to it; of the reason nothing. */
async function tell(context: Context, partner: string, dataClass: LookUpClass, stopped: boolean): Promise<void> {
  if ((await agencyOfPartner(context, partner)) !== null) return
  const { allowed } = await partnerAllows(context, partner, { what: 'message', kind: 'look-up-stop' })
  if (!allowed) return
  const at = context.now.toISOString()
  const body: LookUpStopMessage = { form: 'proofmark-look-up-stop-1', dataClass, stopped, at }
  await sendMessage(context, { partner, kind: 'look-up-stop', body, about: `questions ${dataClass}` })
}

/**
 * Stops a partner's asking at once, or lets it be published again. A partner
 * that is another node is told. Nothing that was answered is recalled. Answers the
 * names of the keys that are to be destroyed. Throws `role_needed` and `partner_unknown`.
 */
export async function switchPartner(
  context: Context,
  node: string,
  { partner, dataClass, stopped, reason }: KnownSwitch,
): Promise<KeyName[]> {
  needRole(context.reader, ['trace_officer', 'analyst', 'data_steward'])
  if (!(await findPartner(context, partner, context.now)))
    throw new ProofmarkError('partner_unknown', { value: partner })
  const holder = await ownName(context, node, partner)
  const { query, client, reader, now } = context
  const body = { partner, dataClass, reason }
  if (!stopped) {
    const lifted = await query
      .updateTable('private_stop')
      .set({ lifted_by: reader.account, lifted_at: now })
      .where('holder', '=', holder)
      .where('partner', '=', partner)
      .where('data_class', '=', dataClass)
      .where('lifted_at', 'is', null)
      .returning('id')
      .execute()
    if (lifted.length > 0) await tell(context, partner, dataClass, false)
    await context.audit({ action: 'private.resumed', body })
    return []
  }
  const begun = await client.query(
    `INSERT INTO private_stop (id, holder, partner, data_class, reason, stopped_by, stopped_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [randomUUID(), holder, partner, dataClass, reason, reader.account, now],
  )
  const epochs = await query
    .updateTable('private_epoch')
    .set({ stopped_at: now })
    .where('holder', '=', holder)
    .where('partner', '=', partner)
    .where('data_class', '=', dataClass)
    .where('stopped_at', 'is', null)
    .where('ends_at', '>', now)
    .returning('name')
    .execute()
  if (begun.rowCount === 1) await tell(context, partner, dataClass, true)
  await context.audit({ action: 'private.stopped', body })
  return epochs.flatMap(({ name }) => LOOK_UP_KINDS.map((kind) => ({ holder, partner, dataClass, kind, epoch: name })))
}
