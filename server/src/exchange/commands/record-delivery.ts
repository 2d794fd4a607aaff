import type { DeliveryReason } from '@proofmark/contract/exchange-words'
import type { ReaderTransaction } from '../../store/reader-transaction.ts'

export interface Delivered {
  readonly partner: string
  readonly direction: 'out' | 'in'
  readonly message: string | null
  readonly kind: string | null
  readonly hash: Buffer | null
  readonly reason: DeliveryReason
  /** The person who did it; null where it came about by itself. */
  readonly account?: string | null
  readonly at: Date
}

/** Notes what became of a message at one attempt, in the delivery record of its partner. */
export async function recordDelivery({ query }: Pick<ReaderTransaction, 'query'>, delivered: Delivered): Promise<void> {
  const { message, hash, account = null, ...rest } = delivered
  await query
    .insertInto('delivery')
    .values({ ...rest, message_id: message, sha256: hash, account_id: account })
    .execute()
}
