/** The shares of named cases as probabilities: they sum to 1. */
export function probabilitiesOf<Case extends string>(shares: Readonly<Record<Case, number>>): Record<Case, number> {
  const cases = Object.keys(shares) as Case[]
  const total = cases.reduce((sum, one) => sum + shares[one], 0)
  return Object.fromEntries(cases.map((one) => [one, shares[one] / total])) as Record<Case, number>
}

/** By number: how probable it is that it is drawn, where `shares` names numbers. Nothing is at 0. */
export function countsOf(shares: Readonly<Record<string, number>>): readonly number[] {
  const counts: number[] = [0]
  for (const [count, probability] of Object.entries(probabilitiesOf(shares))) counts[Number(count)] = probability
  return counts
}
