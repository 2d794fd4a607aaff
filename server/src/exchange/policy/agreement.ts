import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { findPartner, type Partner } from '../queries/find-partner.ts'
import { type AgreementRefusal, type Asked, refusalOf } from '../rules/agreement.ts'

export type AgreementVerdict =
  | { readonly allowed: true; readonly partner: Partner }
  | { readonly allowed: false; readonly refusal: AgreementRefusal; readonly partner: Partner | null }

/** The one place that decides what a partner may be sent, given or asked for: its agreement of the moment. */
export async function partnerAllows(context: Context, partner: string, asked: Asked): Promise<AgreementVerdict> {
  const found = await findPartner(context, partner, context.now)
  const refusal = refusalOf(found, asked)
  if (refusal !== null || found === null)
    return { allowed: false, refusal: refusal ?? 'partner_unknown', partner: found }
  return { allowed: true, partner: found }
}

/** The partner, if it may. Throws `partner_unknown`, `agreement_forbids`. */
export async function needAllowed(context: Context, partner: string, asked: Asked): Promise<Partner> {
  const verdict = await partnerAllows(context, partner, asked)
  if (verdict.allowed) return verdict.partner
  if (verdict.refusal === 'partner_unknown') throw new ProofmarkError('partner_unknown', { value: partner })
  throw new ProofmarkError('agreement_forbids', { partner, reason: verdict.refusal })
}
