import type { DataClass } from '@proofmark/contract/exchange-words'
import type { Context } from '../../access/context.ts'
import { needExchangeReader } from '../policy/partner.ts'

/** May this partner have data of this class on this subject at the moment, by a grant that holds? */
export async function isGranted(
  { query, now }: Context,
  partner: string,
  dataClass: DataClass,
  subject: string,
): Promise<boolean> {
  const found = await query
    .selectFrom('sharing_grant')
    .select('id')
    .where('partner', '=', partner)
    .where('subject', '=', subject)
    .where('data_class', '=', dataClass)
    .where('expires_at', '>', now)
    .where('revoked_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** The grants that were given, to one partner or to all, the last first, each with what became of its revocation. */
export async function listGrants({ query, reader }: Context, most: number, partner?: string) {
  needExchangeReader(reader)
  return query
    .selectFrom('sharing_grant as g')
    .leftJoin('outbox_message as m', 'm.id', 'g.revocation_id')
    .select([
      'g.id as grant',
      'g.partner',
      'g.data_class as dataClass',
      'g.subject',
      'g.granted_at as grantedAt',
      'g.expires_at as expires',
      'g.revoked_at as revokedAt',
      'm.state as told',
      'm.receipt',
    ])
    .$if(partner !== undefined, (given) => given.where('g.partner', '=', partner ?? ''))
    .orderBy('g.granted_at', 'desc')
    .orderBy('g.id')
    .limit(most)
    .execute()
}
