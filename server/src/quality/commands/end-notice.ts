import { ProofmarkError } from '@proofmark/contract/errors'
import { STEWARDS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { findNotice, type OpenNotice } from '../queries/notices.ts'

export interface EndNotice {
  readonly notice: string
  readonly how: 'withdrawn' | 'settled'
  readonly answer?: string | undefined
}

/**
 * Takes back what one's agency told, or settles what it was told. Nothing is deleted. Throws `role_needed`, `not_found`,
 * `not_your_agency` for whoever may not do this to it, and `quality_notice_ended`.
 */
export async function endNotice(context: Context, { notice, how, answer }: EndNotice): Promise<OpenNotice> {
  needRole(context.reader, STEWARDS)
  const found = await findNotice(context, notice)
  if (!found) throw new ProofmarkError('not_found', { what: notice })
  if (found.ended !== null) throw new ProofmarkError('quality_notice_ended')
  if (!(how === 'withdrawn' ? found.withdrawable : found.settleable))
    throw new ProofmarkError('not_your_agency', { agency: how === 'withdrawn' ? (found.from ?? '') : found.to })
  await context.query
    .updateTable('quality_notice')
    .set({ ended: how, ended_by: context.reader.account, ended_at: context.now, answer: answer?.trim() || null })
    .where('id', '=', notice)
    .where('ended', 'is', null)
    .execute()
  await context.audit({ action: 'quality.ended', subjects: [...found.records], body: { kind: found.kind, state: how } })
  const ended = await findNotice(context, notice)
  if (!ended) throw new ProofmarkError('not_found', { what: notice })
  return ended
}
