import { hash32 } from '../hash.ts'
import { type SourcePair, sourcePair } from '../source-pair.ts'
import { comparedWords } from './comparison.ts'
import type { LearningRecord } from './learning-set.ts'
import { Tally } from './tally.ts'

/** So many pairs are drawn of each pair of kinds of source. */
const DRAWN = 4_000
const TRIES = 4

const numberOf = ({ item }: LearningRecord): string => item.marks[0]?.norm ?? ''

/** The same draw every time: what is learned from the same records is the same. */
const drawn = (of: number, ...from: readonly (string | number)[]): number => (hash32(from.join(' ')) >>> 0) % of

function tallyOf(pair: string, ones: readonly LearningRecord[], others: readonly LearningRecord[]): Tally {
  const tally = new Tally()
  for (let draw = 0; draw < DRAWN; draw++) {
    const one = ones[drawn(ones.length, pair, draw)]!
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const other = others[drawn(others.length, pair, draw, attempt)]!
      if (one.entry === other.entry || numberOf(one) === numberOf(other)) continue
      tally.add(comparedWords(one.item, other.item), 1)
      break
    }
  }
  return tally
}

/**
 * How records compare that are of two firearms: pairs of these kinds of source, taken at random. Where by chance both
 * bear one number they may be of one firearm, and another is drawn.
 */
export function randomTallies(
  records: readonly LearningRecord[],
  pairs: ReadonlySet<SourcePair>,
): Map<SourcePair, Tally> {
  const byKind = Map.groupBy(records, ({ kind }) => kind)
  const tallies = new Map<SourcePair, Tally>()
  for (const [one, ones] of byKind)
    for (const [other, others] of byKind) {
      const pair = sourcePair(one, other)
      if (!pairs.has(pair) || tallies.has(pair)) continue
      tallies.set(pair, tallyOf(pair, ones, others))
    }
  return tallies
}
