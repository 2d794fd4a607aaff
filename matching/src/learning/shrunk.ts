/** No share that is learned is smaller: what was never met is still not impossible. */
export const LEAST_SHARE = 0.0005

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** Six digits: more than is known, and a file that people read. */
export const readable = (share: number): number => Number(share.toPrecision(6))

/**
 * Shares by what was counted, shrunk towards what was believed before, which counts like `strength` pairs: the mean of a
 * Dirichlet distribution (Gelman and others, Bayesian Data Analysis, 3rd edition, 3.4).
 */
export function shrunk<Name extends string>(
  counts: Readonly<Record<Name, number>>,
  believed: Readonly<Record<Name, number>>,
  strength: number,
): Record<Name, number> {
  const names = Object.keys(believed) as Name[]
  const total = sumOf(names.map((name) => counts[name]))
  const shares = names.map((name) =>
    Math.max(LEAST_SHARE, (counts[name] + strength * believed[name]) / (total + strength)),
  )
  const whole = sumOf(shares)
  return Object.fromEntries(names.map((name, at) => [name, readable(shares[at]! / whole)])) as Record<Name, number>
}
