import { createHash } from 'node:crypto'

/** The place of a pair in the order of a draw: with the same seed always the same, and nothing that can be foreseen. */
export const drawnAt = (seed: string, one: string, other: string): string =>
  createHash('sha256').update(`${seed} ${one} ${other}`).digest('hex')

/** Fewer of a stratum say nothing of it. */
const LEAST_OF_STRATUM = 2

/**
 * How many to draw of strata of these sizes, `total` in all: a few of each, and beyond that by the root of its size, so
 * that small strata are seen and large ones seen better. Never more than there are.
 */
export function allocate(sizes: readonly number[], total: number): number[] {
  const given = sizes.map(() => 0)
  const left = () =>
    Math.min(
      total,
      sizes.reduce((sum, size) => sum + size, 0),
    ) - given.reduce((sum, one) => sum + one, 0)
  for (let round = 0; round < LEAST_OF_STRATUM; round++) {
    for (const [at, size] of sizes.entries()) if (left() > 0 && given[at]! < size) given[at]!++
  }
  for (let rest = left(); rest > 0; rest = left()) {
    // One after the other to the stratum that has least for the root of its size.
    const [next] = sizes
      .map((size, at) => ({ at, wants: given[at]! < size ? Math.sqrt(size) / (given[at]! + 1) : -1 }))
      .sort((a, b) => b.wants - a.wants || a.at - b.at)
    given[next!.at]!++
  }
  return given
}
