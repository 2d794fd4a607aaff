import { ProofmarkError } from '@proofmark/contract/errors'
import type { AgreementTerms } from '@proofmark/contract/schemas/partner'
import type { Context } from '../../access/context.ts'
import { needExchangeReader } from '../policy/partner.ts'
import { deliveriesOf } from './deliveries.ts'
import { listGrants } from './grants.ts'
import { keptPartner } from './list-partners.ts'

const MOST_GRANTS = 500
const MOST_CORRECTIONS = 200

/** One partner with all that was agreed, granted and corrected. Throws `role_needed`, `partner_unknown`. */
export async function showPartner(context: Context, short: string) {
  needExchangeReader(context.reader)
  const partner = await keptPartner(context, short)
  if (!partner) throw new ProofmarkError('partner_unknown', { value: short })
  const { query } = context
  const agreed = await query
    .selectFrom('agreement as g')
    .innerJoin('account as a', 'a.id', 'g.made_by')
    .select(['g.version', 'g.terms', 'a.name as by', 'g.made_at as at'])
    .where('g.partner', '=', short)
    .orderBy('g.version', 'desc')
    .execute()
  const corrections = await query
    .selectFrom('correction_notice as n')
    .innerJoin('correction as c', 'c.id', 'n.correction_id')
    .innerJoin('outbox_message as m', 'm.id', 'n.message_id')
    .innerJoin('account as a', 'a.id', 'c.made_by')
    .select([
      'c.id as correction',
      'c.subject',
      'c.said',
      'a.name as by',
      'c.made_at as at',
      'm.id as message',
      'm.state',
    ])
    .where('n.partner', '=', short)
    .orderBy('c.made_at', 'desc')
    .orderBy('c.id')
    .limit(MOST_CORRECTIONS)
    .execute()
  return {
    partner,
    versions: agreed.map(({ terms, ...rest }) => ({ ...rest, terms: terms as AgreementTerms })),
    grants: await listGrants(context, MOST_GRANTS, short),
    corrections: corrections.map(({ said, ...rest }) => ({ ...rest, ...(said as { said: string; erase: boolean }) })),
    deliveries: await deliveriesOf(context, short),
  }
}
export type PartnerWhole = Awaited<ReturnType<typeof showPartner>>
