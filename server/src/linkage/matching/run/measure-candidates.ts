import { setImmediate as turn } from 'node:timers/promises'
import type { Balance } from '@proofmark/matching/balance'
import { pairEvidence } from '../../rules/pair-evidence.ts'
import { LEAST_STORED_BITS, possibleFrom } from '../../rules/thresholds.ts'
import type { MeasuredPair } from '../ask-around.ts'
import type { MatchRecord } from '../match-records.ts'

/** Of the counterparts in one class so many are kept, the best: behind them none is the firearm. */
const KEPT_IN_CLASS = 20
/** A class may come to have an eighth of its records before a pair is missed that was left out for their number. */
const SPARE_BITS = 3

/** The fewest bits with which a pair is kept, where so many records stand in the class that was looked into. */
export const leastKept = (entries: number, balance: Balance): number =>
  Math.max(LEAST_STORED_BITS, possibleFrom(entries, balance) - SPARE_BITS)

/** A record with what may be of its firearm, class by class. */
export interface Candidates {
  readonly record: string
  readonly byClass: readonly (readonly string[])[]
}

/** Pairs between two turns of the event loop: others of the process are waiting. */
const PAIRS_IN_TURN = 50

/**
 * Measures each record against its candidates by the one comparator that there is, and keeps of each class the best.
 * `entries`: how many records stand in each class. Candidates that do not stand any more are passed over.
 */
export async function measureCandidates(
  asking: readonly Candidates[],
  entries: readonly number[],
  known: ReadonlyMap<string, MatchRecord>,
  balance: Balance,
): Promise<MeasuredPair[]> {
  const pairs: MeasuredPair[] = []
  let measured = 0
  for (const { record, byClass } of asking) {
    const one = known.get(record)
    if (!one?.posted) continue
    for (const [place, candidates] of byClass.entries()) {
      const kept: MeasuredPair[] = []
      const least = leastKept(entries[place]!, balance)
      for (const id of candidates) {
        const other = known.get(id)
        if (!other?.posted || other.entry === one.entry) continue
        if (++measured % PAIRS_IN_TURN === 0) await turn()
        const pair = pairEvidence(one, other, balance)
        if (pair && pair.bits >= least) kept.push({ one, other, measured: pair })
      }
      kept.sort((a, b) => b.measured.bits - a.measured.bits || (a.other.record < b.other.record ? -1 : 1))
      pairs.push(...kept.slice(0, KEPT_IN_CLASS))
    }
  }
  return pairs
}
