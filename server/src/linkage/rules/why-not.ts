import type { HeldBack, ThresholdName, WhyNotOutcome } from '@proofmark/contract/why-not-words'
import { BORNE_OUT_BITS, bitsBesideMark, heldBackBy, isKnownApart, proposedFrom } from './held-back.ts'
import type { LinkedRecord, Pair } from './pair.ts'
import { LEAST_STORED_BITS, SAME_FROM } from './thresholds.ts'
import type { WeighedPair } from './weigh-pairs.ts'

/** A threshold of the model, with what this pair has. */
export interface Threshold {
  readonly name: ThresholdName
  readonly needed: number
  readonly has: number
  readonly reached: boolean
}

export interface Reasons {
  readonly outcome: WhyNotOutcome
  readonly thresholds: readonly Threshold[]
  readonly heldBack: readonly HeldBack[]
  readonly weighed: WeighedPair | null
  readonly together: boolean
}

export interface PairKnown {
  readonly one: LinkedRecord
  readonly other: LinkedRecord
  /** What the model measures of the two now; null where they cannot be compared. */
  readonly pair: Pair | null
  /** Was it measured and kept when they were matched? */
  readonly stored: boolean
  readonly weighed: WeighedPair | null
  /** How likely it is beside its rivals, were nothing judged of it. */
  readonly beside: number | null
  readonly together: boolean
  /** Did a path lead from either to the other? */
  readonly found: boolean
  readonly rivals: number
}

function thresholdsOf({ pair, beside, one, other }: PairKnown): Threshold[] {
  if (!pair?.evidence || beside === null) return []
  const threshold = (name: Threshold['name'], needed: number, has: number): Threshold => ({
    name,
    needed,
    has,
    reached: has >= needed,
  })
  return [
    threshold('kept', LEAST_STORED_BITS, pair.evidence.bits),
    ...(pair.evidence.alike ? [] : [threshold('borne_out', BORNE_OUT_BITS, bitsBesideMark(pair))]),
    threshold('proposed', proposedFrom(pair, one, other), beside),
    threshold('followed', SAME_FROM, beside),
  ]
}

const hasNumber = ({ item }: LinkedRecord) => item.marks.some(({ skeleton }) => skeleton !== null)

function outcomeOf(known: PairKnown, heldBack: readonly HeldBack[]): WhyNotOutcome {
  const { one, other, pair, stored, weighed, beside, together, found, rivals } = known
  if (weighed?.judged) return 'judged'
  if (one.entry === other.entry) return 'one_entry'
  if (together) return 'together'
  if (!hasNumber(one) || !hasNumber(other)) return 'no_number'
  if (!pair?.evidence || beside === null) return 'other_thing'
  if (pair.evidence.bits < LEAST_STORED_BITS) return 'too_little'
  if (!stored) return found ? 'not_matched' : 'no_path'
  if (isKnownApart(pair, one, other)) return 'known_apart'
  if (!weighed) return 'told_elsewhere'
  if (beside < proposedFrom(pair, one, other)) return rivals > 0 ? 'rivals' : 'unlikely'
  if (beside >= SAME_FROM && heldBack.length > 0) return 'held_back'
  return rivals > 0 && beside < SAME_FROM ? 'rivals' : 'grey'
}

/** What kept two records apart or joins them, in a word, with each threshold and whatever holds a likely link back. */
export function reasonsOf(known: PairKnown): Reasons {
  const { pair, one, other, weighed, beside, together } = known
  const isProposed = pair !== null && beside !== null && beside >= proposedFrom(pair, one, other)
  const heldBack = isProposed && !together ? heldBackBy(pair, one, other) : []
  return { outcome: outcomeOf(known, heldBack), thresholds: thresholdsOf(known), heldBack, weighed, together }
}
