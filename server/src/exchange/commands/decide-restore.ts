import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { needPartnerKeeper } from '../policy/partner.ts'

export interface RestoreDecision {
  readonly partner: string
  readonly approved: boolean
  /** How it was made certain that the partner itself was restored. */
  readonly why: string
}

/**
 * A person who reached the partner over another way says that it was restored, or that it was not. Throws `role_needed`, and
 * `not_found` where no declaration of it waits.
 */
export async function decideRestore(context: Context, { partner, approved, why }: RestoreDecision): Promise<void> {
  const { query, reader, now, audit } = context
  needPartnerKeeper(reader)
  const decided = await query
    .updateTable('declared_restore')
    .set({ verdict: approved ? 'approved' : 'refused', why, decided_by: reader.account, decided_at: now })
    .where('partner', '=', partner)
    .where('verdict', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!decided) throw new ProofmarkError('not_found', { what: partner })
  await audit({ action: 'partner.restore_decided', subjects: [decided.id], body: { partner, approved, why } })
}
