import { SOURCE_TRAITS, type SourceKind } from '@proofmark/domain/source-kind'
import { type Balance, sumOfBits } from '../balance.ts'
import type { Line } from '../line.ts'
import type { LearningGroup } from './learning-set.ts'

/** A candidate of a group, weighed. */
export interface WeighedCandidate {
  readonly lines: readonly Line[]
  readonly bits: number
  /** That it is of the firearm of the record that asks. */
  readonly probability: number
}

/** Odds of one candidate before anything is compared. */
export const priorOdds = (recorded: number, entries: number): number => recorded / (1 - recorded) / Math.max(1, entries)

const isListing = (kind: SourceKind) => SOURCE_TRAITS[kind].listsOnce

/**
 * How likely each candidate of a group is of the firearm of the record that asks. In a source that lists each firearm
 * once only one can be, or none; of other sources several may, and each is judged by itself. `recorded`: the chance that
 * any is.
 */
export function weighGroup(group: LearningGroup, balance: Balance, recorded: number): WeighedCandidate[] {
  const { asking, candidates, kind, entries } = group
  const weigh = balance.between(asking.kind, kind).evidence
  const prior = priorOdds(recorded, entries)
  const weighed = candidates.map(({ item }) => {
    const lines = weigh(asking.item, item)
    // Without two numbers that can be compared there is nothing to go by.
    const bits = lines.some(({ field }) => field === 'serial') ? sumOfBits(lines) : Number.NEGATIVE_INFINITY
    return { lines, bits, odds: prior * 2 ** bits }
  })
  const all = 1 + weighed.reduce((sum, { odds }) => sum + odds, 0)
  return weighed.map(({ lines, bits, odds }) => ({
    lines,
    bits,
    probability: isListing(kind) ? odds / all : odds / (1 + odds),
  }))
}
