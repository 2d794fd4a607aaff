import type { Chances } from '../../../server/src/demonstration/random.ts'

/** Chances that go through all that can happen, so that what is drawn from them can be counted and not only sampled. */
export interface EveryChance extends Chances {
  /** A position of `weights`, which sum to `total`. */
  readonly weighed: (weights: readonly number[], total: number) => number
  /** What comes of attempts that are repeated until one gives something. */
  readonly repeated: <Result>(attempt: Attempt<Result>, attempts: number) => Result | null
}

/** Gives null where it has to be made again. */
export type Attempt<Result> = (chances: Chances) => Result | null

const isEvery = (chances: Chances): chances is EveryChance => 'weighed' in chances

/** What the first attempt gives that gives something; null where none of `attempts` does. */
export function repeated<Result>(
  attempt: Attempt<Result>,
  chances: Chances,
  attempts = Number.POSITIVE_INFINITY,
): Result | null {
  if (isEvery(chances)) return chances.repeated(attempt, attempts)
  for (let made = 0; made < attempts; made++) {
    const result = attempt(chances)
    if (result !== null) return result
  }
  return null
}

/** Draws a position of `weights` in proportion to them. Throws where no weight is positive. */
export function drawerOf(weights: readonly number[]): (chances: Chances) => number {
  const sums = new Float64Array(weights.length)
  let total = 0
  for (const [position, weight] of weights.entries()) {
    total += weight
    sums[position] = total
  }
  if (!(total > 0)) throw new Error(`Weights to draw by must sum to more than 0, not ${total}.`)
  return (chances) => {
    if (isEvery(chances)) return chances.weighed(weights, total)
    const aim = chances.next() * total
    let low = 0
    let high = sums.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (aim < sums[middle]!) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** Draws among named cases by their shares, which need not sum to anything. */
export function casesOf<Case extends string>(shares: Readonly<Record<Case, number>>): (chances: Chances) => Case {
  const cases = Object.keys(shares) as Case[]
  const draw = drawerOf(cases.map((one) => shares[one]))
  return (chances) => cases[draw(chances)]!
}

/** Weights of a Zipf law: the n-th of `count` is n to the power of `steepness` times as rare as the first. */
export function zipf(count: number, steepness = 1): number[] {
  return Array.from({ length: count }, (_, position) => (position + 1) ** -steepness)
}

/** A seed that belongs to a name, so that what is drawn for a make stays with it whatever the register's seed. FNV-1a. */
export function seedOf(name: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** The items in an order of chance. */
export function shuffled<Item>(items: readonly Item[], chances: Chances): Item[] {
  const order = [...items]
  for (let last = order.length - 1; last > 0; last--) {
    const at = chances.below(last + 1)
    ;[order[last], order[at]] = [order[at]!, order[last]!]
  }
  return order
}
