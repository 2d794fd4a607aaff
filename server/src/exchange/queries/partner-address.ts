import type { ReaderTransaction } from '../../store/reader-transaction.ts'
import type { PeerAddress } from '../peer/call-peer.ts'
import { partnerCertificates } from './partner-keys.ts'

/** Where a partner is reached and by which certificates it is known; null for one that is reached by files alone. */
export async function partnerAddress(
  transaction: Pick<ReaderTransaction, 'query'>,
  partner: string,
): Promise<PeerAddress | null> {
  const found = await transaction.query
    .selectFrom('partner')
    .select('endpoint')
    .where('short', '=', partner)
    .executeTakeFirst()
  if (!found || found.endpoint === null) return null
  return { endpoint: found.endpoint, certificates: await partnerCertificates(transaction, partner) }
}
