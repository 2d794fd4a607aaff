import type { Chances } from '../../../server/src/demonstration/random.ts'
import { shuffled } from '../mix/draw.ts'
import type { Pair } from './again.ts'
import type { Seizure } from './read-seizures.ts'

/** Strata of probability: from here up to the next. */
export const STRATA = [0.5, 0.8, 0.95, 0.99, 0.999] as const

export const stratumOf = (probability: number): number => STRATA.findLast((from) => probability >= from) ?? 0

/** As many links of each stratum, and where one has fewer, more of the others; in a shuffled order. */
export function drawLinks(pairs: readonly Pair[], count: number, chances: Chances): Pair[] {
  const order = shuffled(pairs, chances)
  const each = Math.floor(count / STRATA.length)
  const drawn = new Set(
    STRATA.flatMap((from) => order.filter(({ probability }) => stratumOf(probability) === from).slice(0, each)),
  )
  for (const pair of order) if (drawn.size < count) drawn.add(pair)
  return shuffled([...drawn], chances)
}

const LONG = 7
/** Of more records than these with one number and make, the number is a filler. */
const MOST = 20

/** Pairs of different reports with one long number and one make: what looks like one firearm without any matching. */
export function plainPairs(seizures: readonly Seizure[]): Omit<Pair, 'probability'>[] {
  const byKey = new Map<string, number[]>()
  for (const [at, { item }] of seizures.entries()) {
    const { norm } = item.serial
    if (norm === null || norm.length < LONG || /[?*[]/.test(norm) || item.make.code === null) continue
    const key = `${norm} ${item.make.code}`
    byKey.set(key, [...(byKey.get(key) ?? []), at])
  }
  return [...byKey.values()]
    .filter(({ length }) => length <= MOST)
    .flatMap((same) =>
      same.flatMap((one, place) =>
        same
          .slice(place + 1)
          .filter((other) => seizures[one]!.report !== seizures[other]!.report)
          .map((other) => ({ one, other })),
      ),
    )
}
