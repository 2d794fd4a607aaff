import { ProofmarkError } from '@proofmark/contract/errors'
import type { PartnerState } from '@proofmark/contract/exchange-words'
import type { Context } from '../../access/context.ts'
import { needPartnerKeeper } from '../policy/partner.ts'

/** Suspends, ends or takes up the exchange with a partner. Throws `role_needed`, `partner_unknown`. */
export async function setPartnerState(
  context: Context,
  { partner, state }: { readonly partner: string; readonly state: PartnerState },
): Promise<void> {
  needPartnerKeeper(context.reader)
  const changed = await context.query
    .updateTable('partner')
    .set({ state })
    .where('short', '=', partner)
    .returning('short')
    .executeTakeFirst()
  if (!changed) throw new ProofmarkError('partner_unknown', { value: partner })
  await context.audit({ action: 'partner.state_set', body: { partner, state } })
}

/** From this moment on nobody who shows this certificate is taken for the partner. Throws `role_needed`, `not_found`. */
export async function revokeCertificate(
  context: Context,
  { partner, fingerprint }: { readonly partner: string; readonly fingerprint: string },
): Promise<void> {
  needPartnerKeeper(context.reader)
  const revoked = await context.query
    .updateTable('partner_certificate')
    .set({ revoked_at: context.now })
    .where('partner', '=', partner)
    .where('fingerprint', '=', fingerprint)
    .where('revoked_at', 'is', null)
    .returning('fingerprint')
    .executeTakeFirst()
  if (!revoked) throw new ProofmarkError('not_found', { what: 'certificate' })
  await context.audit({ action: 'partner.certificate_revoked', body: { partner, fingerprint } })
}

/**
 * A person says that what a partner has was compared by hand: for those that are reached by files alone, which nobody can
 * ask over a connection after a restore. Throws `role_needed`, `partner_unknown`.
 */
export async function reconcileByHand(context: Context, { partner }: { readonly partner: string }): Promise<void> {
  needPartnerKeeper(context.reader)
  const changed = await context.query
    .updateTable('partner')
    .set({ reconciled: true, reconciled_at: context.now })
    .where('short', '=', partner)
    .returning('short')
    .executeTakeFirst()
  if (!changed) throw new ProofmarkError('partner_unknown', { value: partner })
  await context.audit({ action: 'partner.reconciled', body: { partner, recovered: 0, again: 0 } })
}
