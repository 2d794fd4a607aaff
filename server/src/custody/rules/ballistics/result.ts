import type { BallisticStanding, ResultState } from '@proofmark/contract/ballistic-words'
import type { BallisticLevel } from '@proofmark/contract/custody-words'

/** One result of a comparison, with what a second person did to it and whether it was withdrawn. */
export interface Result {
  readonly id: string
  /** What it says; only `countedLevel` says what that is worth. */
  readonly says: BallisticLevel
  readonly examiner: string
  readonly verified: boolean
  readonly withdrawn: boolean
}

/** What a result counts for: a confirmation that no second person verified is a lead (DOMAIN 1.10). */
export const countedLevel = ({ says, verified }: Pick<Result, 'says' | 'verified'>): BallisticLevel =>
  says === 'hit' && !verified ? 'lead' : says

export function stateOf({ says, verified, withdrawn }: Pick<Result, 'says' | 'verified' | 'withdrawn'>): ResultState {
  if (withdrawn) return 'withdrawn'
  return says === 'hit' && !verified ? 'waiting' : 'standing'
}

/**
 * How a comparison stands, by the set of what was said of it and not withdrawn, never by what came last: results of one
 * comparison arrive late and in any order. A conclusion outweighs a lead; a confirmation and an exclusion dispute each
 * other, and then neither counts until one is withdrawn.
 */
export function standingOf(results: readonly Result[]): BallisticStanding {
  const counted = new Set(results.filter(({ withdrawn }) => !withdrawn).map(countedLevel))
  if (counted.has('hit')) return counted.has('excluded') ? 'disputed' : 'hit'
  if (counted.has('excluded')) return 'excluded'
  if (counted.has('inconclusive')) return 'inconclusive'
  return counted.has('lead') ? 'lead' : 'withdrawn'
}
