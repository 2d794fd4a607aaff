import type { ReviewKind } from '@proofmark/contract/review-words'
import { groupsOf } from '../../linkage/rules/items.ts'
import type { LinkedRecord } from '../../linkage/rules/pair.ts'
import { SAME_FROM } from '../../linkage/rules/thresholds.ts'
import type { WeighedPair } from '../../linkage/rules/weigh-pairs.ts'

export interface OpenPair {
  /** Seen from the record whose identifier is smaller. */
  readonly pair: WeighedPair
  /**
   * `undecided`: it lies between the thresholds. `held-back`: the model is as good as sure, and a register's own list, another
   * source or a judgement speaks against it. `contradiction`: a person joined the two, and what persons judged of others
   * keeps them apart.
   */
  readonly kind: ReviewKind
}

/** The groups of a neighbourhood, by each record. */
export type Groups = ReadonlyMap<string, readonly string[]>

function kindOf({ by, verdict, relation, probability, record, other }: WeighedPair, groups: Groups): ReviewKind | null {
  const apart = groups.get(record) !== groups.get(other)
  if (by === 'person') return verdict === 'same' && relation === 'same' && apart ? 'contradiction' : null
  if (verdict === 'undecided') return probability >= SAME_FROM ? 'held-back' : 'undecided'
  return verdict === 'same' && relation === 'same' && apart ? 'held-back' : null
}

/** The pairs of a neighbourhood that wait for a person, each once, with the groups as they stand. */
export function openPairs(
  records: ReadonlyMap<string, LinkedRecord>,
  pairs: readonly WeighedPair[],
): { readonly open: readonly OpenPair[]; readonly groups: Groups } {
  const groups = groupsOf(records, pairs)
  const open = pairs.flatMap((pair): OpenPair[] => {
    if (pair.record > pair.other) return []
    const kind = kindOf(pair, groups)
    return kind ? [{ pair, kind }] : []
  })
  return { open, groups }
}
