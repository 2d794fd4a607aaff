import type { ListedRow } from '@proofmark/contract/schemas/find'

/** From here on a candidate is called likely. */
const LIKELY = 0.65

/** What came of a row: a likely candidate, other candidates, nothing, or no search at all, which is not nothing found. */
export function outcomeOf({ searched, candidates }: ListedRow): 'likely' | 'other' | 'nothing' | 'not_searched' {
  if (!searched) return 'not_searched'
  const [best] = candidates
  if (!best) return 'nothing'
  return best.probability >= LIKELY ? 'likely' : 'other'
}
