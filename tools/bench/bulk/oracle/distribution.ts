import type { Chances } from '../../../../server/src/demonstration/random.ts'
import type { Attempt, EveryChance } from '../../mix/draw.ts'

/** How probable each outcome is. Outcomes that cannot be are not in it. */
export type Distribution<Outcome> = ReadonlyMap<Outcome, number>

/** A place where chance decides, and which of its ways is taken. */
interface Fork {
  /** Of each way. */
  readonly probabilities: readonly number[]
  /** To what a way leads, where it is no position. */
  readonly results: readonly unknown[]
  way: number
}

/** The first way that can be taken, or -1. */
function firstWay(probabilities: readonly number[], from = 0): number {
  for (let way = from; way < probabilities.length; way++) if (probabilities[way]! > 0) return way
  return -1
}

/** What repeated attempts give: the distribution of one, without those that give nothing. */
function ofRepeated<Result>(attempt: Attempt<Result>, attempts: number): Distribution<Result | null> {
  const once = distributionOf(attempt)
  const nothing = once.get(null) ?? 0
  const inVain = nothing ** attempts
  const outcomes = new Map<Result | null, number>()
  for (const [result, probability] of once)
    if (result !== null) outcomes.set(result, (probability * (1 - inVain)) / (1 - nothing))
  if (inVain > 0) outcomes.set(null, inVain)
  return outcomes
}

class EveryWay implements EveryChance {
  readonly #forks: Fork[] = []
  #depth = 0
  /** Of the way that is gone. */
  probability = 1

  #go(fork: () => Omit<Fork, 'way'>): Fork {
    if (this.#depth === this.#forks.length) {
      const made = fork()
      this.#forks.push({ ...made, way: firstWay(made.probabilities) })
    }
    const here = this.#forks[this.#depth++]!
    this.probability *= here.probabilities[here.way]!
    return here
  }

  /** Turns to the next way, or says that there is none. */
  turn(): boolean {
    this.#depth = 0
    this.probability = 1
    for (let fork = this.#forks.at(-1); fork; fork = this.#forks.at(-1)) {
      fork.way = firstWay(fork.probabilities, fork.way + 1)
      if (fork.way >= 0) return true
      this.#forks.pop()
    }
    return false
  }

  weighed = (weights: readonly number[], total: number) =>
    this.#go(() => ({ probabilities: weights.map((weight) => weight / total), results: [] })).way

  // One result type for every fork would need as many forks as types; each attempt gets its own results back.
  repeated = <Result>(attempt: Attempt<Result>, attempts: number): Result | null => {
    const { results, way } = this.#go(() => {
      const outcomes = ofRepeated(attempt, attempts)
      return { probabilities: [...outcomes.values()], results: [...outcomes.keys()] }
    })
    return results[way] as Result | null
  }

  below = (limit: number) =>
    limit < 2 ? 0 : this.#go(() => ({ probabilities: Array(limit).fill(1 / limit), results: [] })).way

  happens = (share: number) => this.#go(() => ({ probabilities: [share, 1 - share], results: [] })).way === 0

  pick = <Item>(items: readonly Item[]): Item => items[this.below(items.length)]!

  next = (): number => {
    throw new Error('What is drawn as a plain number has too many outcomes to go through.')
  }
}

/**
 * The distribution of what is drawn, exactly: the draw is made once for each way in which chance can decide. `draw` must
 * be decided by its chances alone and reach an end on each way; limits are whole numbers.
 */
export function distributionOf<Outcome>(draw: (chances: Chances) => Outcome): Distribution<Outcome> {
  const chances = new EveryWay()
  const outcomes = new Map<Outcome, number>()
  do {
    const outcome = draw(chances)
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + chances.probability)
  } while (chances.turn())
  return outcomes
}
