import { LISTING_KINDS } from '@proofmark/domain/source-kind'
import { balanceOf } from '../balance.ts'
import type { Model, Shares } from '../model.ts'
import { type SourcePair, sourcePair } from '../source-pair.ts'
import { comparisonOf } from './comparison.ts'
import { inOrder, type LearningGroup, type LearningSet } from './learning-set.ts'
import { weighGroup } from './posterior.ts'
import { randomTallies } from './random-pairs.ts'
import { sharesOf } from './shares-of.ts'
import { readable } from './shrunk.ts'
import { Tally } from './tally.ts'

/** What was believed before counts like so many pairs: start values for all, and what all say for each pair of kinds. */
export const STRENGTH = { start: 30, pooled: 100 } as const
/** Fewer pairs that are of one firearm say nothing of their own: what all say holds for them. */
export const LEAST_PAIRS = 20
/** A pair that people judged counts like so many that are sure without them. */
export const TAUGHT_COUNTS = 2
export const ROUNDS = 5

/** From how much was learned. */
export interface LearnedFrom {
  /** Records that asked. */
  readonly records: number
  /** What they were compared with. */
  readonly candidates: number
  /** Of these so many are of one firearm, as far as the model tells: a sum of probabilities. */
  readonly same: number
  /** Pairs that people judged and that counted. */
  readonly taught: number
  /** Pairs of two firearms, taken at random. */
  readonly random: number
}

export interface Learned {
  readonly model: Model
  readonly from: Readonly<Record<string, LearnedFrom>>
  /** By pair of kinds of source the chance that a record has a counterpart at all. */
  readonly recorded: Readonly<Record<string, number>>
}

export interface LearningProgress {
  readonly done: number
  readonly all: number
}

const pairOf = ({ asking, kind }: LearningGroup): SourcePair => sourcePair(asking.kind, kind)
const keyOf = (one: string, other: string) => (one < other ? `${one} ${other}` : `${other} ${one}`)

const clamped = (share: number) => Math.min(0.99, Math.max(0.001, share))

/** What one pass over the groups of one pair of kinds counts. */
interface Counts {
  readonly same: Tally
  asked: number
  found: number
}

/** Everything that stays as it is from round to round. */
interface Given {
  readonly set: LearningSet
  readonly start: Model
  readonly random: ReadonlyMap<SourcePair, Tally>
  readonly judged: ReadonlySet<string>
}

function* countAll({ set, judged }: Given, model: Model, recorded: ReadonlyMap<string, number>, round: number) {
  const balance = balanceOf(model)
  const counts = new Map<SourcePair, Counts>()
  const of = (pair: SourcePair): Counts => {
    const found = counts.get(pair) ?? { same: new Tally(), asked: 0, found: 0 }
    counts.set(pair, found)
    return found
  }
  for (const [place, group] of set.groups.entries()) {
    const own = of(pairOf(group))
    own.asked++
    for (const [at, each] of weighGroup(group, balance, recorded.get(pairOf(group)) ?? model.recorded).entries()) {
      own.found += each.probability
      const other = group.candidates[at]!
      // What people judged is counted as they judged it, below.
      if (each.probability < 1e-4 || judged.has(keyOf(group.asking.record, other.record))) continue
      own.same.add(comparisonOf(group.asking.item, other.item, each.lines), each.probability)
    }
    yield { done: round * set.groups.length + place + 1, all: ROUNDS * set.groups.length }
  }
  for (const { one, other, same, weight } of set.taught) {
    if (!same || weight <= 0) continue
    const lines = balance.between(one.kind, other.kind).evidence(one.item, other.item)
    of(sourcePair(one.kind, other.kind)).same.add(comparisonOf(one.item, other.item, lines), weight * TAUGHT_COUNTS)
  }
  return counts
}

const joined = (tallies: Iterable<Tally>): Tally => {
  const all = new Tally()
  for (const tally of tallies) all.join(tally)
  return all
}

function modelFrom(given: Given, counts: ReadonlyMap<SourcePair, Counts>): Model {
  const { start, random } = given
  const tallies = [...counts.values()].map(({ same }) => same)
  // Of random pairs those of the kinds that are compared: two entries of one register never are.
  const compared = [...counts.keys()].flatMap((pair) => random.get(pair) ?? [])
  const pooled = sharesOf({ same: joined(tallies), random: joined(compared) }, start, STRENGTH.start)
  const between: Record<string, Shares> = {}
  for (const [pair, { same }] of [...counts].sort()) {
    if (same.pairs < LEAST_PAIRS) continue
    between[pair] = sharesOf({ same, random: random.get(pair) ?? new Tally() }, pooled, STRENGTH.pooled)
  }
  return { version: '', recorded: recordedOf(given, counts), ...pooled, between }
}

/** What is certain of no list of firearms: that it holds all of them, or hardly any. */
const RECORDED = { least: 0.05, most: 0.95 } as const

/** The chance that the firearm of a record is on any of the lists, shrunk as the shares are. */
function recordedOf({ set, start }: Given, counts: ReadonlyMap<SourcePair, Counts>): number {
  const asked = new Set(set.groups.map(({ asking }) => asking.record)).size
  const found = [...counts].reduce((sum, [pair, each]) => (isListed(pair) ? sum + each.found : sum), 0)
  const share = (Math.min(asked, found) + STRENGTH.pooled * start.recorded) / (asked + STRENGTH.pooled)
  return readable(Math.min(RECORDED.most, Math.max(RECORDED.least, share)))
}

const isListed = (pair: SourcePair) => LISTING_KINDS.some((kind) => pair.split('+').includes(kind))

function fromOf({ set, random }: Given, counts: ReadonlyMap<SourcePair, Counts>): Record<string, LearnedFrom> {
  const taught = set.taught.filter(({ weight }) => weight > 0)
  const rows = [...counts].sort().map(([pair, { same, asked }]): [string, LearnedFrom] => {
    const groups = set.groups.filter((group) => pairOf(group) === pair)
    const candidates = groups.reduce((sum, group) => sum + group.candidates.length, 0)
    const ofPair = taught.filter(({ one, other }) => sourcePair(one.kind, other.kind) === pair)
    const drawn = random.get(pair)?.pairs ?? 0
    return [pair, { records: asked, candidates, same: Math.round(same.pairs), taught: ofPair.length, random: drawn }]
  })
  return Object.fromEntries(rows)
}

/**
 * Learns a model without anybody's labels, by expectation-maximisation (Dempster, Laird and Rubin 1977; Winkler 1988 for
 * records), for all pairs of kinds of source together and for each that has enough. How often fields agree by chance is
 * counted among random pairs and not learned. Pairs that people judged count as they judged them, by their weights.
 * What is learned from the same records is the same, in whatever order they come. A generator, so that whoever learns can do other things in between.
 */
export function* learnModel(given: LearningSet, start: Model): Generator<LearningProgress, Learned> {
  const set = inOrder(given)
  const taught = set.taught.filter(({ weight }) => weight > 0)
  const judged = new Set(taught.map(({ one, other }) => keyOf(one.record, other.record)))
  const pairs = new Set([
    ...set.groups.map(pairOf),
    ...taught.map(({ one, other }) => sourcePair(one.kind, other.kind)),
  ])
  const constant: Given = { set, start, random: randomTallies(set.records, pairs), judged }
  let model = start
  let recorded = new Map<string, number>()
  let counts = new Map<SourcePair, Counts>()
  for (let round = 0; round < ROUNDS; round++) {
    counts = yield* countAll(constant, model, recorded, round)
    recorded = new Map([...counts].map(([pair, { found, asked }]) => [pair, clamped((found + 1) / (asked + 2))]))
    model = modelFrom(constant, counts)
  }
  return { model, from: fromOf(constant, counts), recorded: Object.fromEntries(recorded) }
}
