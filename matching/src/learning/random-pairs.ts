import { hash32 } from '../hash.ts'
import { type SourcePair, sourcePair } from '../source-pair.ts'
import { comparedWords } from './comparison.ts'
import type { LearningRecord } from './learning-set.ts'
import { Tally } from './tally.ts'

/** So many pairs are drawn of each pair of kinds of source. */
const DRAWN = 4_000
const TRIES = 4

/** A mark's shape: makers number in few of them, so that records of one shape are of one maker oftener than others. */
const shapeOf = ({ item }: LearningRecord): string =>
  (item.marks[0]?.norm ?? '').replace(/[A-Z]/g, 'A').replace(/[0-9]/g, '9')

const numberOf = ({ item }: LearningRecord): string => item.marks[0]?.norm ?? ''

/** The same draw every time: what is learned from the same records is the same. */
const drawn = (of: number, ...from: readonly (string | number)[]): number => (hash32(from.join(' ')) >>> 0) % of

function tallyOf(pair: string, ones: readonly LearningRecord[], others: ReadonlyMap<string, LearningRecord[]>): Tally {
  const tally = new Tally()
  for (let draw = 0; draw < DRAWN; draw++) {
    const one = ones[drawn(ones.length, pair, draw)]!
    const alike = others.get(shapeOf(one)) ?? []
    for (let attempt = 0; attempt < TRIES && alike.length > 0; attempt++) {
      const other = alike[drawn(alike.length, pair, draw, attempt)]!
      if (one.entry === other.entry || numberOf(one) === numberOf(other)) continue
      tally.add(comparedWords(one.item, other.item), 1)
      break
    }
  }
  return tally
}

/**
 * How records compare that are of two firearms: pairs of each two kinds of source, taken at random among those whose
 * marks have one shape. What is asked of a pair is what its words say beside its marks, and those look alike already.
 */
export function randomTallies(records: readonly LearningRecord[]): Map<SourcePair, Tally> {
  const byKind = Map.groupBy(records, ({ kind }) => kind)
  const tallies = new Map<SourcePair, Tally>()
  for (const [one, ones] of byKind)
    for (const [other, others] of byKind) {
      const pair = sourcePair(one, other)
      if (tallies.has(pair)) continue
      tallies.set(pair, tallyOf(pair, ones, Map.groupBy(others, shapeOf)))
    }
  return tallies
}
