import { type BulkModel, learnedOf } from './bulk-model.ts'
import { costsOf, sharedBits } from './channel-costs.ts'
import { type ChannelShares, KIND, KINDS, type Kind } from './channel-kinds.ts'
import { isZeroCode } from './codes.ts'
import type { Indexed } from './indexed.ts'
import { FIELDS, type Field, LEARNED, LEARNED_AT, LEARNED_OFFSETS, LEVELS_OF } from './slots.ts'
import { NEGLIGIBLE, Weigher } from './weigher.ts'

/**
 * Records from which is learned, round by round: the first only has to come near. More would change the shares by less
 * than they are known.
 */
const SAMPLES = [800, 2_500] as const
/** How often the ways are found anew under what was learned. */
export const ROUNDS = SAMPLES.length
/** How often it is learned from the same ways. */
const STEPS = 6
/** What was believed before counts like so many records. */
const BELIEF = 30
/** Where numbers come in series, close ones are not to be learned as damage: what was believed of damage counts for more. */
const SERIES_BELIEF = 300
/** Of each record so many entries are kept. */
const KEPT = 24
/** A pair far behind the best under the present shares is not kept. */
const WITHIN = NEGLIGIBLE + 6

/** A pair of the sample, with all that its bits depend on. */
interface Pair {
  readonly fixed: number
  readonly kinds: Uint8Array
  readonly things: number
  readonly again: number
  readonly filled: boolean
  readonly hasZero: boolean
  /** Where it stands in each field. */
  readonly slots: Uint16Array
}

/** A record of the sample and what may be its entries. */
export interface Sampled {
  readonly shares: Float32Array
  readonly background: number
  readonly pairs: readonly Pair[]
}

/** The records from which is learned in a round, spread evenly over all. */
export function sampledRecords(records: number, round: number): Uint32Array {
  const count = Math.min(SAMPLES[round] ?? SAMPLES[0], records)
  return Uint32Array.from({ length: count }, (_, at) => Math.floor((at * records) / count))
}

/** Weighs some records under a model and keeps what is needed to weigh the same pairs under another. */
export function sample(given: Indexed, model: BulkModel, which: Uint32Array): Sampled[] {
  const { records, entries } = given
  const weigher = new Weigher(given, model)
  const sampled: Sampled[] = []
  for (const record of which) {
    if (records.markStart[record + 1]! - records.markStart[record]! !== 1) continue
    const mark = records.markStart[record]!
    weigher.weigh(record)
    const order = Array.from({ length: weigher.count }, (_, at) => at).sort(
      (a, b) => weigher.bits[b]! - weigher.bits[a]!,
    )
    const best = weigher.bits[order[0] ?? 0]!
    const kept = order.slice(0, KEPT).filter((at) => weigher.bits[at]! > best - WITHIN)
    const found = kept.map((at) => [weigher.entries[at]!, weigher.marks[at]!] as const)
    const pairs = found.map(([entry, stood]): Pair => {
      const [from, to] = [entries.positionStart[stood]!, entries.positionStart[stood + 1]!]
      weigher.channel.compare(
        entries.positions,
        from,
        to,
        records.positions,
        records.positionStart[mark]!,
        records.positionStart[mark + 1]!,
      )
      weigher.findSlots(record, entry)
      const { kinds, ...way } = weigher.channel.way
      return {
        ...way,
        kinds: kinds.slice(0, way.things),
        hasZero: entries.positions.subarray(from, to).some(isZeroCode),
        slots: weigher.slots.slice(),
      }
    })
    sampled.push({ shares: weigher.shares(), background: weigher.background, pairs })
  }
  return sampled
}

/** Counts that one pass over the sample adds up, each by how likely its pair is. */
function emptyCounts() {
  return {
    clear: { plain: 0, zero: 0 },
    filled: 0,
    kinds: new Float64Array(KINDS.length),
    damaged: 0,
    second: 0,
    besideLost: 0,
    confused: 0,
    again: 0,
    levels: new Float64Array(LEARNED),
    recorded: 0,
  }
}
type Counts = ReturnType<typeof emptyCounts>

const CONFUSED: ReadonlySet<number> = new Set([KIND.confused, KIND.confused_with_zero])

function count(counts: Counts, { kinds, things, again, filled, hasZero, slots }: Pair, likely: number): void {
  counts.recorded += likely
  for (const slot of slots) counts.levels[LEARNED_AT[slot]!]! += likely
  if (filled) counts.filled += likely
  else counts.clear[hasZero ? 'zero' : 'plain'] += likely
  if ([...kinds].some((kind) => CONFUSED.has(kind))) {
    counts.confused += likely
    counts.again += likely * again
  }
  if (things === 0) {
    counts.kinds[filled ? KIND.kept_where_lost : hasZero ? KIND.kept_with_zero : KIND.kept]! += likely
    return
  }
  if (filled) {
    if (things === 1) counts.besideLost += likely
    return
  }
  if (things > 1) {
    counts.second += likely
    return
  }
  counts.damaged += likely
  counts.kinds[kinds[0]!]! += likely
}

const OF_ZERO: ReadonlySet<Kind> = new Set(['kept_with_zero', 'confused_with_zero'])
const OF_PLAIN: ReadonlySet<Kind> = new Set(['kept', 'confused'])

function channelFrom(counts: Counts, start: ChannelShares, belief: number): ChannelShares {
  const clear = counts.clear.plain + counts.clear.zero
  const total = (kind: Kind) => {
    if (kind === 'kept_where_lost') return counts.filled
    if (OF_ZERO.has(kind)) return counts.clear.zero
    return OF_PLAIN.has(kind) ? counts.clear.plain : clear
  }
  const share = (kind: Kind) => (counts.kinds[KIND[kind]]! + belief * start.kinds[kind]) / (total(kind) + belief)
  const damaged = counts.damaged / Math.max(1, clear)
  const pairsOf = (damaged * damaged) / 2
  return {
    kinds: Object.fromEntries(KINDS.map((kind) => [kind, share(kind)])) as Record<Kind, number>,
    second: (counts.second + start.second) / (clear * pairsOf + 1),
    besideLost: (counts.besideLost + start.besideLost) / (counts.filled * damaged + 1),
    confusedAgain: (counts.again + start.confusedAgain) / (counts.again + counts.confused + 1),
    confusedOther: start.confusedOther,
  }
}

function levelsFrom(counts: Counts, before: BulkModel): Record<Field, readonly number[]> {
  const learned = { ...before.levels }
  for (const [at, field] of FIELDS.entries()) {
    const [from, size] = [LEARNED_OFFSETS[at]!, LEVELS_OF[at]!]
    const counted = counts.levels.subarray(from + 1, from + size)
    const total = counted.reduce((sum, value) => sum + value, 0)
    const believed = before.levels[field]
    const shares = Array.from(counted, (value, level) => (value + BELIEF * believed[level + 1]!) / (total + BELIEF))
    learned[field] = [0, ...shares]
  }
  return learned
}

function learnOnce(
  sampled: readonly Sampled[],
  model: BulkModel,
  entries: number,
  start: BulkModel,
  series: boolean,
): BulkModel {
  const counts = emptyCounts()
  const costs = costsOf(model.channel, series)
  const shared = learnedOf(model)
  const prior = model.recorded / (1 - model.recorded) / Math.max(1, entries)
  for (const { shares, background, pairs } of sampled) {
    const odds = pairs.map((pair) => {
      let bits = -pair.fixed - sharedBits(pair, costs, pair.hasZero) - background
      for (const slot of pair.slots) {
        const learned = shared[LEARNED_AT[slot]!]!
        if (learned > 0) bits += Math.log2(learned / shares[slot]!)
      }
      return prior * 2 ** bits
    })
    const all = 1 + odds.reduce((sum, value) => sum + value, 0)
    for (const [at, pair] of pairs.entries()) count(counts, pair, odds[at]! / all)
  }
  const recorded = (counts.recorded + 1) / (sampled.length + 2)
  return {
    ...model,
    recorded,
    channel: channelFrom(counts, start.channel, series ? SERIES_BELIEF : BELIEF),
    levels: levelsFrom(counts, start),
  }
}

/**
 * Learns a model from a sample of the records themselves, by expectation-maximisation and without anybody's labels
 * (Dempster, Laird and Rubin 1977; Winkler 1988 for records): what befell the numbers, how often each field agrees, and
 * which share of the records has an entry at all.
 */
export function learnFrom(
  sampled: readonly Sampled[],
  model: BulkModel,
  start: BulkModel,
  entries: number,
  series = false,
): BulkModel {
  let learned = model
  for (let step = 0; step < STEPS; step++) learned = learnOnce(sampled, learned, entries, start, series)
  return learned
}
