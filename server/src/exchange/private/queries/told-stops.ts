import type { LookUpClass } from '@proofmark/contract/private-words'
import type { ReaderTransaction } from '../../../store/reader-transaction.ts'

/** Did the partner say that it answers no more of this class? */
export async function isToldStopped(
  { query }: ReaderTransaction,
  partner: string,
  dataClass: LookUpClass,
): Promise<boolean> {
  const found = await query
    .selectFrom('told_stop')
    .select('partner')
    .where('partner', '=', partner)
    .where('data_class', '=', dataClass)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}
