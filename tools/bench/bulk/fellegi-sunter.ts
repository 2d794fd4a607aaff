/** Pairs that agree alike: by field the level of agreement, 0 where either side does not say, and how many they are. */
export interface Pattern {
  readonly levels: readonly number[]
  readonly pairs: number
}

/** Natural logarithms: the odds that a pair is of one firearm, and by field and level what they are multiplied by. */
export interface Weights {
  readonly prior: number
  readonly fields: readonly (readonly number[])[]
}

export interface Learning {
  readonly patterns: readonly Pattern[]
  /** By field, how often pairs of one firearm are believed to agree at each level from 1 on, before anything is learned. */
  readonly beliefs: readonly (readonly number[])[]
  /** Whether a level of the first field is one at which most pairs are of one firearm. */
  readonly alike: (level: number) => boolean
  /** Whether it is one at which hardly any pair is. */
  readonly unlike: (level: number) => boolean
  /** The share of all pairs that is believed to be of one firearm. */
  readonly matches: number
}

type Shares = readonly number[]

interface Estimate {
  /** The odds that a pair is of one firearm, as a logarithm. */
  readonly prior: number
  /** By field, the share of each level among pairs of one firearm, and among other pairs. */
  readonly same: readonly Shares[]
  readonly other: readonly Shares[]
}

const MOST_ROUNDS = 100
const SETTLED = 1e-4
/** So many pairs are taken as seen at every level, so that none is impossible. */
const SEEN = 0.5

/** The share of each level among the pairs that state the field, each pattern counted by its weight. */
function sharesOf(patterns: readonly Pattern[], weights: ArrayLike<number>, field: number, levels: number): Shares {
  const sums = new Array<number>(levels + 1).fill(SEEN)
  for (const [position, pattern] of patterns.entries()) sums[pattern.levels[field]!]! += weights[position]!
  const stated = sums.slice(1).reduce((sum, each) => sum + each, 0)
  return sums.map((sum, level) => (level === 0 ? 1 : sum / stated))
}

/** What is not stated is no evidence. */
const logarithms = ({ same, other }: Estimate) =>
  same.map((shares, field) => shares.map((share, level) => (level === 0 ? 0 : Math.log(share / other[field]![level]!))))

/** So many pairs of each pattern are of one firearm. */
function matchedOf(patterns: readonly Pattern[], estimate: Estimate): Float64Array {
  const weights = logarithms(estimate)
  return Float64Array.from(patterns, ({ levels, pairs }) => {
    const odds = levels.reduce((sum, level, field) => sum + weights[field]![level]!, estimate.prior)
    return pairs / (1 + Math.exp(-odds))
  })
}

/** Expectation and maximisation in turn, where `maximised` learns from the matched and the other pairs of each pattern. */
function settle(
  patterns: readonly Pattern[],
  start: Estimate,
  maximised: (estimate: Estimate, matched: Float64Array, others: Float64Array) => Partial<Estimate>,
): Estimate {
  let estimate = start
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const matched = matchedOf(patterns, estimate)
    const others = matched.map((some, position) => patterns[position]!.pairs - some)
    const sum = (counts: Float64Array) => counts.reduce((total, each) => total + each, SEEN)
    const prior = Math.log(sum(matched) / sum(others))
    const settled = Math.abs(prior - estimate.prior) < SETTLED
    estimate = { ...estimate, prior, ...maximised(estimate, matched, others) }
    if (settled) break
  }
  return estimate
}

const onlyFirst = (all: readonly Shares[], first: Shares) => [first, ...all.slice(1)]

/**
 * Learns the weights of Fellegi and Sunter without labels, field by field independent, in the steps that are usual: how
 * often others agree by chance, from pairs that the first field tells apart; how often records of one firearm agree, by
 * expectation and maximisation over pairs that it holds alike; then the first field itself over all pairs.
 */
export function learnWeights({ patterns, beliefs, alike, unlike, matches }: Learning): Weights {
  const some = (holds: (level: number) => boolean) => patterns.filter(({ levels }) => holds(levels[0]!))
  const shares = (of: readonly Pattern[], weights: ArrayLike<number>) =>
    beliefs.map((belief, field) => sharesOf(of, weights, field, belief.length))
  const pairsOf = (of: readonly Pattern[]) => of.map(({ pairs }) => pairs)
  const [near, far] = [some(alike), some(unlike)]
  const before: Estimate = {
    prior: Math.log(matches / (1 - matches)),
    same: beliefs.map((belief) => [1, ...belief]),
    other: onlyFirst(shares(far, pairsOf(far)), shares(patterns, pairsOf(patterns))[0]!),
  }
  // Among pairs alike in the first field it says nothing more.
  const blind = beliefs.map((belief) => new Array<number>(belief.length + 1).fill(1))
  const described = settle(
    near,
    { prior: Math.log(9), same: onlyFirst(before.same, blind[0]!), other: onlyFirst(before.other, blind[0]!) },
    ({ same }, matched) => ({ same: onlyFirst(shares(near, matched), same[0]!) }),
  )
  const all = settle(
    patterns,
    { ...before, same: onlyFirst(described.same, before.same[0]!) },
    (estimate, matched, others) => ({
      same: onlyFirst(estimate.same, sharesOf(patterns, matched, 0, beliefs[0]!.length)),
      other: onlyFirst(estimate.other, sharesOf(patterns, others, 0, beliefs[0]!.length)),
    }),
  )
  return { prior: all.prior, fields: logarithms(all) }
}
