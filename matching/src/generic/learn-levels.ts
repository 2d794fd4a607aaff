/** What was learned of fields in levels. */
export interface LearnedLevels {
  /** The share of records that have an entry. */
  readonly recorded: number
  /** By field and level, how often it holds between a record and its own entry. Level 0 is no evidence. */
  readonly same: readonly (readonly number[])[]
}

/** Pairs by the position of their record, those of one record together, with the levels of their fields one after another. */
export interface LevelledPairs {
  readonly records: Uint32Array
  readonly levels: Uint8Array
}

const ROUNDS = 40
const SETTLED = 1e-5
const START_RECORDED = 0.5
const SUREST = 0.999
/** What was believed before counts like so many pairs. */
const BELIEF = 5
/** Before anything is learned, the most alike level holds so often; the others share the rest. */
const START_SAME = 0.8

type Shares = readonly (readonly number[])[]

const startOf = (length: number) =>
  Array.from({ length }, (_, level) => (level === 0 ? 0 : level === 1 ? START_SAME : (1 - START_SAME) / (length - 2)))

function sharesOf(sums: readonly number[]): number[] {
  const total = sums.slice(1).reduce((sum, each) => sum + each, 0)
  return sums.map((each, level) => (level === 0 ? 0 : each / total))
}

/**
 * The odds of each pair, in units in which that the record has no entry at all is 1. `chance` says how often each level
 * holds by chance.
 */
export function oddsOf(
  { records, levels }: LevelledPairs,
  { recorded, same }: LearnedLevels,
  chance: Shares,
  entries: number,
): Float64Array {
  const ratios = same.map((shares, field) =>
    shares.map((share, level) => (level === 0 ? 1 : share / chance[field]![level]!)),
  )
  const prior = recorded / (1 - recorded) / Math.max(1, entries)
  return Float64Array.from(records, (_, pair) => {
    let odds = prior
    for (let field = 0; field < ratios.length; field++) odds *= ratios[field]![levels[pair * ratios.length + field]!]!
    return odds
  })
}

/**
 * Learns by expectation-maximisation without labels how often each level of a field holds between records of one thing
 * (Dempster, Laird and Rubin 1977; Winkler 1988), where how often it holds by chance is known. A record has one entry at
 * most, so that its pairs share its probability.
 */
export function learnLevels(
  pairs: LevelledPairs,
  chance: Shares,
  recordCount: number,
  entryCount: number,
): LearnedLevels {
  const { records, levels } = pairs
  const width = chance.length
  const start = chance.map(({ length }) => startOf(length))
  let learned: LearnedLevels = { recorded: START_RECORDED, same: start }
  for (let round = 0; round < ROUNDS; round++) {
    const odds = oddsOf(pairs, learned, chance, entryCount)
    const sums = start.map((field) => field.map((share) => BELIEF * share))
    let matched = 0
    for (let from = 0; from < records.length; ) {
      let [to, all] = [from, 1]
      for (; to < records.length && records[to] === records[from]; to++) all += odds[to]!
      for (let pair = from; pair < to; pair++) {
        const likely = odds[pair]! / all
        matched += likely
        for (let field = 0; field < width; field++) sums[field]![levels[pair * width + field]!]! += likely
      }
      from = to
    }
    const recorded = Math.min(SUREST, (matched + 1) / (recordCount + 2))
    const settled = Math.abs(recorded - learned.recorded) < SETTLED
    learned = { recorded, same: sums.map(sharesOf) }
    if (settled) break
  }
  return learned
}
