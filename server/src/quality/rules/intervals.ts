/** A share of something that was looked at in part: what it is taken to be, and between what. */
export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** Of a stratum: how many there are, how many were looked at, and of how many it was so. */
export interface Stratum {
  readonly size: number
  readonly drawn: number
  readonly so: number
}

/** The normal quantile of a two-sided interval of 95 in a hundred, and of 97.5. */
export const Z_95 = 1.959963984540054
export const Z_975 = 2.241402727604947

/**
 * The score interval of Wilson (1927) for `so` of `drawn`, as given by Newcombe (1998, method 3). Everything where nothing
 * was drawn.
 */
export function wilson(so: number, drawn: number, z = Z_95): Estimate {
  if (drawn === 0) return { value: Number.NaN, low: 0, high: 1 }
  const share = so / drawn
  const squared = z * z
  const middle = (2 * so + squared) / (2 * (drawn + squared))
  const half = (z * Math.sqrt(squared + 4 * so * (1 - share))) / (2 * (drawn + squared))
  return {
    value: share,
    low: so === 0 ? 0 : Math.max(0, middle - half),
    high: so === drawn ? 1 : Math.min(1, middle + half),
  }
}

/** The variance about the middle of Wilson's interval, which is never zero: all of few is not all. */
function variance({ so, drawn }: Stratum): number {
  const squared = Z_95 * Z_95
  const middle = (so + squared / 2) / (drawn + squared)
  return (middle * (1 - middle)) / (drawn + squared)
}

/**
 * The share of all strata together, each by its size: the stratified Wilson interval of Yan and Su (2010), who narrow the
 * quantile so that the strata's intervals add up to that of the whole. A stratum of which nothing was drawn may be anything, and the
 * interval says so. Null where nothing was drawn at all.
 */
export function stratified(strata: readonly Stratum[], z = Z_95): Estimate | null {
  const present = strata.filter(({ size }) => size > 0)
  const total = present.reduce((sum, { size }) => sum + size, 0)
  const drawn = present.filter((stratum) => stratum.drawn > 0)
  const covered = drawn.reduce((sum, { size }) => sum + size, 0)
  if (covered === 0) return null
  const weights = drawn.map(({ size }) => size / total)
  const spread = drawn.map((stratum) => Math.sqrt(variance(stratum)))
  const together = Math.sqrt(weights.reduce((sum, weight, at) => sum + (weight * spread[at]!) ** 2, 0))
  const apart = weights.reduce((sum, weight, at) => sum + weight * spread[at]!, 0)
  const narrowed = (z * together) / apart
  const ends = drawn.map(({ so, drawn: of }) => wilson(so, of, narrowed))
  const sum = (end: 'low' | 'high') => ends.reduce((all, each, at) => all + weights[at]! * each[end], 0)
  const value = drawn.reduce((all, { so, drawn: of, size }) => all + (so / of) * size, 0) / covered
  return { value, low: sum('low'), high: Math.min(1, sum('high') + (total - covered) / total) }
}

/**
 * How much of what is so is found, where what is found and what is not are estimated apart. The ends hold with the
 * confidence of both together (Bonferroni): each is asked for at 97.5 in a hundred. Null where nothing found was drawn.
 */
export function foundOf(found: readonly Stratum[], left: readonly Stratum[]): Estimate | null {
  const sizeOf = (strata: readonly Stratum[]) => strata.reduce((sum, { size }) => sum + size, 0)
  const [one, other] = [stratified(found, Z_975), stratified(left, Z_975)]
  if (!one) return null
  const leftSize = sizeOf(left)
  const rest = other ?? { value: Number.NaN, low: 0, high: leftSize > 0 ? 1 : 0 }
  const share = (so: number, missed: number) => (so + missed === 0 ? 1 : so / (so + missed))
  const foundSize = sizeOf(found)
  const missed = other ? leftSize * other.value : 0
  return {
    value: share(foundSize * one.value, missed),
    low: share(foundSize * one.low, leftSize * rest.high),
    high: share(foundSize * one.high, leftSize * rest.low),
  }
}
