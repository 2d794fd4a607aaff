import { ProofmarkError } from '@proofmark/contract/errors'
import type { ReaderTransaction } from '../../store/reader-transaction.ts'
import { holdClasses } from './place-records.ts'

/**
 * Takes the turn to put the records of a release into other classes, and answers all of them. Throws `records_moved` where
 * one of them was put where this transaction does not see it.
 */
export async function holdRelease(transaction: ReaderTransaction, id: string): Promise<string[]> {
  const { query } = transaction
  const sources = await query
    .selectFrom('release_record')
    .innerJoin('record', 'record.id', 'release_record.record_id')
    .select('record.source_id as source')
    .distinct()
    .where('release_id', '=', id)
    .execute()
  await holdClasses(
    transaction,
    sources.map(({ source }) => source),
  )
  const records = await query.selectFrom('release_record').select('record_id').where('release_id', '=', id).execute()
  const { count } = await query
    .selectFrom('release')
    .select('records as count')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (records.length !== count) throw new ProofmarkError('records_moved')
  return records.map(({ record_id }) => record_id)
}
