import type { Reader } from '../../server/src/access/context.ts'
import { searchRecords } from '../../server/src/linkage/commands/search-records.ts'
import { candidatesByKeys, countEntries } from '../../server/src/linkage/queries/candidates.ts'
import { type Asked, nearKeysOf, readAsked } from './asked.ts'
import type { Installation } from './installation.ts'
import { type Measure, measure, shareMeasure } from './measure.ts'
import { type Times, timed, timesOf } from './statistics.ts'
import { askTrigrams, indexUsed, WAYS, type Way, withTrigrams } from './trigram-ways.ts'
import { type SeenStatements, watching } from './watch.ts'

/** On so many serials all ways are tried. A scan of a million rows takes seconds, so there are few. */
const TRIED = 12
/** A way that is this many times as slow as the fastest is tried on no more. */
const TOO_SLOW = 2

interface Trial {
  readonly times: Times
  /** Share of the serials whose true entry was among what was found. */
  readonly recall: number
}

type Search = (each: Asked) => Promise<readonly string[]>

/** Searches each serial in turn in all these ways, so that they meet the same machine at the same moment. */
async function trialsOf(asked: readonly Asked[], searches: readonly Search[]): Promise<Trial[]> {
  const outcomes = searches.map(() => ({ samples: [] as number[], found: 0 }))
  for (const each of asked) {
    for (const [position, search] of searches.entries()) {
      const { milliseconds, result } = await timed(() => search(each))
      const outcome = outcomes[position]!
      outcome.samples.push(milliseconds)
      if (result.includes(each.truth)) outcome.found++
    }
  }
  return outcomes.map(({ samples, found }) => ({ times: timesOf(samples), recall: found / asked.length }))
}

/** All that our own search compares, by either path. */
function ownSearch({ as }: Installation, who: Reader): Search {
  return async (each) => {
    const seen: SeenStatements = new Map()
    await as(who, async (context) =>
      searchRecords(watching(context, seen), readAsked(each), await countEntries(context)),
    )
    return [...seen.values()].flatMap(({ records }) => records)
  }
}

/** What a look-up by its keys finds, before any wider search. */
const keySearch =
  ({ as }: Installation, who: Reader): Search =>
  (each) =>
    as(who, async (context) => {
      const found = await candidatesByKeys(context, nearKeysOf(readAsked(each)))
      return found.map(({ record }) => record)
    })

const trigramSearch =
  ({ as }: Installation, who: Reader, way: Way): Search =>
  (each) =>
    as(who, (context) => askTrigrams(context, way, readAsked(each).serial.norm ?? ''))

export interface TriedWay extends Trial {
  readonly name: string
  /** The index that the planner takes for it, if any. */
  readonly index: string | null
  /** How many times as long as our own search it took, on average. */
  readonly ratio: number
}

export interface TrigramResult {
  readonly measures: readonly Measure[]
  readonly ways: readonly TriedWay[]
}

/**
 * Our look-up by keys, and our whole search of candidates, beside similarity by pg_trgm on the same serials and rows, all
 * as the serving role in a reader's transaction. All ways of asking pg_trgm are tried on a few serials and the fastest on all; of these the one
 * that finds most is taken.
 */
export function benchTrigrams(installation: Installation, asked: readonly Asked[]): Promise<TrigramResult> {
  return withTrigrams(installation, async () => {
    const who = await installation.reader()
    const own = ownSearch(installation, who)
    const search = (way: Way) => trigramSearch(installation, who, way)
    const [ownTrial, ...trials] = await trialsOf(asked.slice(0, TRIED), [own, ...WAYS.map(search)])
    const ways: TriedWay[] = []
    for (const [position, way] of WAYS.entries()) {
      const trial = trials[position]!
      const index = await installation.as(who, (context) => indexUsed(context, way))
      ways.push({ name: way.name, index, ratio: trial.times.mean / ownTrial!.times.mean, ...trial })
    }
    const limit = TOO_SLOW * Math.min(...ways.map(({ times }) => times.mean))
    const fast = WAYS.filter((_, position) => ways[position]!.times.mean <= limit)
    const [byKeys, ours, ...theirs] = await trialsOf(asked, [keySearch(installation, who), own, ...fast.map(search)])
    const [best] = fast
      .map(({ name }, position) => ({ name, trial: theirs[position]! }))
      .sort((a, b) => b.trial.recall - a.trial.recall || a.trial.times.mean - b.trial.times.mean)
    return { measures: measuresOf(best!.name, asked.length, { byKeys: byKeys!, whole: ours! }, best!.trial), ways }
  })
}

interface OwnTrials {
  readonly byKeys: Trial
  readonly whole: Trial
}

function measuresOf(name: string, count: number, { byKeys, whole }: OwnTrials, theirs: Trial): Measure[] {
  const title = `pg_trgm, ${name}, ${count} serials`
  const noLess = { atLeast: Number((100 * theirs.recall).toFixed(2)) }
  const mean = { name: `${title}, mean`, unit: 'ms', value: theirs.times.mean }
  const median = { name: `${title}, median`, unit: 'ms', value: theirs.times.median }
  const beside = (search: string, value: number) => ({ name: search, value })
  return [
    measure({ ...mean, baseline: beside('our look-up by its keys', byKeys.times.mean), target: { atLeast: 20 } }),
    measure({ ...mean, baseline: beside('our whole candidate search', whole.times.mean) }),
    measure({ ...median, baseline: beside('our whole candidate search', whole.times.median) }),
    shareMeasure('true entry among what pg_trgm finds', theirs.recall),
    shareMeasure('true entry found by its keys, same serials', byKeys.recall, noLess),
    shareMeasure('true entry among our candidates, same serials', whole.recall, noLess),
  ]
}

export const trigramLines = (ways: TrigramResult['ways']): string[] =>
  ways.map(({ name, index, times, ratio, recall }) => {
    const took = `${times.mean.toFixed(1)} ms, ${ratio.toFixed(1)} times as long as our candidate search`
    return `pg_trgm, ${name}: ${took}; index used: ${index ?? 'none'}; true entry found: ${(100 * recall).toFixed(0)} % of ${TRIED}`
  })
