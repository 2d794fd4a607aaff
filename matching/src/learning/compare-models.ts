import { SOURCE_TRAITS } from '@proofmark/domain/source-kind'
import { type Balance, balanceOf } from '../balance.ts'
import type { Model } from '../model.ts'
import { rankByProbability } from '../rivals.ts'
import type { LearningGroup } from './learning-set.ts'

/** On which side of the thresholds a pair lies. */
export const SIDES = ['apart', 'undecided', 'same'] as const
export type Side = (typeof SIDES)[number]

export interface Thresholds {
  readonly undecided: number
  readonly same: number
}

/** A pair that lies on another side under the second model. */
export interface MovedPair {
  readonly record: string
  readonly other: string
  readonly before: number
  readonly after: number
  readonly from: Side
  readonly to: Side
}

export interface ModelComparison {
  readonly pairs: number
  /** How many go from which side to which, those that stay included. */
  readonly moves: Readonly<Record<Side, Readonly<Record<Side, number>>>>
  /** Those that gain most and those that lose most. */
  readonly gained: readonly MovedPair[]
  readonly lost: readonly MovedPair[]
}

/** So many examples are given in either direction. */
const EXAMPLES = 10

const sideOf = (probability: number, { undecided, same }: Thresholds): Side =>
  probability >= same ? 'same' : probability >= undecided ? 'undecided' : 'apart'

/** How likely each candidate is, beside its rivals. */
function probabilities({ asking, kind, candidates }: LearningGroup, balance: Balance, entries: number) {
  const prior = balance.prior(entries)
  const weigh = balance.between(asking.kind, kind).evidence
  const weighed = candidates.map((each) => ({
    ...each,
    register: SOURCE_TRAITS[kind].listsOnce ? kind : null,
    lines: [prior, ...weigh(asking.item, each.item)],
  }))
  const compared = weighed.filter(({ lines }) => lines.some(({ field }) => field === 'serial'))
  return new Map(
    rankByProbability(compared, balance, prior).map(({ record, probability }) => [record.record, probability]),
  )
}

/** Two models on the same pairs, as among so many entries: what changes sides. */
export function compareModels(
  before: Model,
  after: Model,
  groups: readonly LearningGroup[],
  entries: number,
  thresholds: Thresholds,
): ModelComparison {
  const [old, own] = [balanceOf(before), balanceOf(after)]
  const none = () => ({ apart: 0, undecided: 0, same: 0 })
  const moves = { apart: none(), undecided: none(), same: none() }
  const moved: MovedPair[] = []
  const seen = new Set<string>()
  let pairs = 0
  for (const group of groups) {
    const [one, other] = [probabilities(group, old, entries), probabilities(group, own, entries)]
    for (const { record } of group.candidates) {
      const [was, is] = [one.get(record), other.get(record)]
      if (was === undefined || is === undefined) continue
      const [from, to] = [sideOf(was, thresholds), sideOf(is, thresholds)]
      pairs++
      moves[from][to]++
      // Two records that both ask are one example.
      if (from !== to && !seen.has(`${record} ${group.asking.record}`)) {
        seen.add(`${group.asking.record} ${record}`)
        moved.push({ record: group.asking.record, other: record, before: was, after: is, from, to })
      }
    }
  }
  const order = moved.sort((a, b) => b.after - b.before - (a.after - a.before) || (a.record < b.record ? -1 : 1))
  const gained = order.filter((each) => each.after > each.before)
  const lost = order.filter((each) => each.after < each.before).reverse()
  return { pairs, moves, gained: gained.slice(0, EXAMPLES), lost: lost.slice(0, EXAMPLES) }
}
