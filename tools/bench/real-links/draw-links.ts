import type { Chances } from '../../../server/src/demonstration/random.ts'
import { shuffled } from '../mix/draw.ts'
import type { Pair } from './again.ts'
import type { Seizure } from './read-seizures.ts'

/** Strata of probability: from here up to the next. */
export const STRATA = [0.5, 0.8, 0.95, 0.99, 0.999] as const

export const stratumOf = (probability: number): number => STRATA.findLast((from) => probability >= from) ?? 0

/** So many links of each stratum, or all where there are fewer and the rest from the likeliest; in a shuffled order. */
export function drawLinks(pairs: readonly Pair[], count: number, chances: Chances): Pair[] {
  const inStratum = (from: number) =>
    shuffled(
      pairs.filter(({ probability }) => stratumOf(probability) === from),
      chances,
    )
  const each = Math.floor(count / STRATA.length)
  const lower = STRATA.slice(0, -1).flatMap((from) => inStratum(from).slice(0, each))
  return shuffled([...lower, ...inStratum(STRATA.at(-1)!).slice(0, count - lower.length)], chances)
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
