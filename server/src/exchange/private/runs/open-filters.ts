import { type Filter, parseFilter } from '@proofmark/proofs/private/filter'
import type { Run } from '../../../access/context.ts'
import { receivedFilter } from '../queries/received.ts'

/** Filters that were read are kept for the next question: reading a million tokens takes longer than asking. */
const MOST_KEPT = 16
const kept = new Map<string, Filter>()

/** The filters of these hashes, in order; null where one is not here any more. */
export async function openFilters(run: Run, hashes: readonly string[]): Promise<Filter[] | null> {
  const filters: Filter[] = []
  for (const hash of hashes) {
    const known = kept.get(hash)
    const bytes = known ? null : await run((context) => receivedFilter(context, hash))
    if (!known && !bytes) return null
    const filter = known ?? parseFilter(bytes!)
    kept.delete(hash)
    kept.set(hash, filter)
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
    filters.push(filter)
  }
  return filters
}
