/** A judgement that might teach something, with the stratum of its pair: how likely it was when it was offered. */
export interface Judged {
  readonly stratum: string
  readonly by: string
  /** When, in milliseconds. */
  readonly at: number
  /** Does it say what the model proposed at that moment? */
  readonly asProposed: boolean
}

/** Nobody looks at more pairs than these within a minute, field by field. */
export const MOST_A_MINUTE = 12
const MINUTE = 60_000
/** No pair stands for more than so many others. */
export const MOST_WEIGHT = 10

/** How many judgements its author made within half a minute of it, itself included. */
function paceOf({ by, at }: Judged, all: readonly Judged[]): number {
  return all.filter((other) => other.by === by && Math.abs(other.at - at) <= MINUTE / 2).length
}

/**
 * How much each judgement counts. The model selects which pairs people see, so that what they judge is no fair sample:
 * each counts by the inverse of the chance that a pair of its stratum is judged at all (Horvitz and Thompson 1952),
 * the weights scaled to one on average (Hájek 1971). A judgement that repeats what the model proposed, quicker than
 * anybody looks, counts nothing. `standing`: how many pairs there are of each stratum.
 */
export function judgedWeights(judged: readonly Judged[], standing: ReadonlyMap<string, number>): number[] {
  const looked = judged.map((each) => !each.asProposed || paceOf(each, judged) <= MOST_A_MINUTE)
  const counts = new Map<string, number>()
  for (const [at, { stratum }] of judged.entries()) if (looked[at]) counts.set(stratum, (counts.get(stratum) ?? 0) + 1)
  const raw = judged.map(({ stratum }, at) =>
    looked[at] ? Math.max(1, (standing.get(stratum) ?? 0) / counts.get(stratum)!) : 0,
  )
  const taken = raw.filter((weight) => weight > 0)
  const mean = taken.reduce((sum, weight) => sum + weight, 0) / Math.max(1, taken.length)
  return raw.map((weight) => Math.min(MOST_WEIGHT, weight / Math.max(mean, Number.MIN_VALUE)))
}
