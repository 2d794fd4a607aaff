import { randomUUID } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { DataClass } from '@proofmark/contract/exchange-words'
import type { RevocationMessage } from '@proofmark/contract/schemas/exchange-message'
import type { Context } from '../../access/context.ts'
import { needAllowed } from '../policy/agreement.ts'
import { needExchanger } from '../policy/partner.ts'
import { sendMessage } from './send-message.ts'

export interface NewGrant {
  readonly partner: string
  readonly dataClass: DataClass
  /** What it is granted on: a firearm, a case. */
  readonly subject: string
  readonly expires: Date
}

/** Lets a partner have data of a class on one subject until a moment. Throws `agreement_forbids`, `grant_end_wrong`. */
export async function giveGrant(context: Context, grant: NewGrant): Promise<{ readonly grant: string }> {
  needExchanger(context.reader)
  const { partner, dataClass, subject, expires } = grant
  const { agreement } = await needAllowed(context, partner, { what: 'data', dataClass })
  const last = agreement?.terms.validTo ?? null
  if (expires <= context.now || (last !== null && expires.toISOString().slice(0, 10) > last))
    throw new ProofmarkError('grant_end_wrong', { until: expires.toISOString(), last: last ?? 'none' })
  const id = randomUUID()
  await context.query
    .insertInto('sharing_grant')
    .values({
      id,
      partner,
      data_class: dataClass,
      subject,
      granted_by: context.reader.account,
      granted_at: context.now,
      expires_at: expires,
      revoked_by: null,
      revoked_at: null,
      revocation_id: null,
    })
    .execute()
  await context.audit({
    action: 'grant.given',
    subjects: [id],
    body: { partner, class: dataClass, subject, until: expires.toISOString() },
  })
  return { grant: id }
}

/**
 * Takes a grant back, from this moment on, and tells the partner, whose receipt is asked for: what it was given before
 * cannot be unsaid. Throws `not_found`, `grant_over`.
 */
export async function revokeGrant(
  context: Context,
  { grant }: { readonly grant: string },
): Promise<{ readonly message: string }> {
  needExchanger(context.reader)
  const { query, now, reader } = context
  const found = await query
    .selectFrom('sharing_grant')
    .select(['partner', 'data_class', 'subject', 'expires_at', 'revoked_at'])
    .where('id', '=', grant)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new ProofmarkError('not_found', { what: 'grant' })
  if (found.revoked_at !== null || found.expires_at <= now) throw new ProofmarkError('grant_over')
  const { partner, subject } = found
  const body: RevocationMessage = {
    form: 'proofmark-revocation-1',
    grant,
    dataClass: found.data_class as DataClass,
    subject,
    revokedAt: now.toISOString(),
  }
  const { message } = await sendMessage(context, { partner, kind: 'revocation', body, about: `grant ${grant}` })
  await query
    .updateTable('sharing_grant')
    .set({ revoked_by: reader.account, revoked_at: now, revocation_id: message })
    .where('id', '=', grant)
    .execute()
  await context.audit({ action: 'grant.revoked', subjects: [grant], body: { partner } })
  return { message }
}
