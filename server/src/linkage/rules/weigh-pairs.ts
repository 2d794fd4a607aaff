import type { Balance } from '@proofmark/matching/balance'
import type { Line } from '@proofmark/matching/line'
import { rankByProbability } from '@proofmark/matching/rivals'
import { heldBackBy, isKnownApart, proposedFrom } from './held-back.ts'
import type { LinkedRecord, Pair } from './pair.ts'
import type { Verdict } from './standing-judgement.ts'
import { priorAmong, SAME_FROM } from './thresholds.ts'

export type PairRelation = 'same' | 'component' | 'same-lot'

/** A pair as this reader has it: nothing that the reader may not see went into it. */
export interface WeighedPair extends Pair {
  readonly relation: PairRelation
  /** Of being one firearm (one component, one lot), beside the rivals that the reader may see. */
  readonly probability: number
  readonly verdict: Verdict | null
  readonly by: 'person' | 'model'
}

/** What a person judged counts as certain beside any evidence. */
const CERTAIN_BITS = 60

const RELATION_OF: Readonly<Partial<Record<Verdict, PairRelation>>> = {
  same: 'same',
  'component-of': 'component',
  'same-lot': 'same-lot',
}
const VERDICT_OF = { same: 'same', component: 'component-of', 'same-lot': 'same-lot' } as const

/** What the two are to each other: as a person judged, else as the model measured. */
function relationOf({ judged, evidence }: Pair): PairRelation {
  return (judged && RELATION_OF[judged.verdict]) ?? evidence?.relation ?? 'same'
}

/** Counterparts compete for one number of a record: its firearm's own, or that of a part. */
function rivalryOf(pair: Pair): string {
  const parts = [pair.evidence?.part ?? '', pair.evidence?.otherPart ?? '']
  return [pair.record, relationOf(pair), ...parts].join(' ')
}

const asLine = (bits: number): Line => ({
  field: 'serial',
  bits,
  message: { id: 'evidence.serial.exact', parameters: {} },
})

function bitsOf({ evidence, judged }: Pair): number {
  const certain = judged !== null && RELATION_OF[judged.verdict] !== undefined
  return (evidence?.bits ?? 0) + (certain ? CERTAIN_BITS : 0)
}

/** What each record says of its counterparts: of each record, by the other, how likely it is the one. */
export type Said = ReadonlyMap<string, ReadonlyMap<string, number>>

/** How likely each counterpart of one record is, among those that compete for one of its numbers. */
function amongRivals(
  pairs: readonly Pair[],
  records: ReadonlyMap<string, LinkedRecord>,
  prior: Line,
  balance: Balance,
) {
  const candidates = pairs.flatMap((pair) => {
    const other = records.get(pair.other)
    if (!other || pair.judged?.verdict === 'different') return []
    const { item, entry, register } = other
    return [{ id: pair.other, item, entry, register, lines: [prior, asLine(bitsOf(pair))] }]
  })
  // A record that says little of the firearm is many bits behind one that says all of it, and of it all the same.
  return rankByProbability(candidates, balance, prior, { within: Number.POSITIVE_INFINITY })
}

/**
 * How likely the firearm of each counterpart of one record is the record's, where only one can be: by all its pairs, and
 * the records on their other side. Whether the counterpart is of that firearm is for the counterpart to say. `entries`:
 * among how many records. `balance`: of the model that stands, by which counterparts are taken for one firearm.
 */
export function saidBy(
  pairs: readonly Pair[],
  records: ReadonlyMap<string, LinkedRecord>,
  entries: number,
  balance: Balance,
): Map<string, number> {
  const prior = priorAmong(entries, balance)
  const rivals = [...Map.groupBy(pairs, rivalryOf).values()]
  return new Map(
    rivals.flatMap((group) =>
      amongRivals(group, records, prior, balance).map(({ record, ofFirearm }) => [record.id, ofFirearm] as const),
    ),
  )
}

/** What is known of a neighbourhood when its pairs are weighed. */
export interface Weighing {
  readonly records: ReadonlyMap<string, LinkedRecord>
  /** The pairs of each record that was reached. */
  readonly pairs: ReadonlyMap<string, readonly Pair[]>
  readonly said: Said
}

/**
 * Has a record its place already? An entry of a register is one of its own; any other where a counterpart reads alike
 * and is as good as sure, or a person joined it with one.
 */
function isSettled({ records, pairs, said }: Weighing, id: string): boolean {
  if (records.get(id)?.register !== null) return true
  const likely = said.get(id)
  return (pairs.get(id) ?? []).some(
    ({ other, evidence, judged }) =>
      judged?.verdict === 'same' || (evidence?.alike === true && (likely?.get(other) ?? 0) >= SAME_FROM),
  )
}

/**
 * Does the first of a pair say whether the second is its firearm? An entry of a register does not: many records may be
 * of it, and it decides nothing between them, unless the other is an entry too. Where an edit is between them only a
 * record without a place of its own can be the misread one.
 */
export function decides(weighing: Weighing, pair: Pair): boolean {
  const [one, other] = [weighing.records.get(pair.record), weighing.records.get(pair.other)]
  if (!one || !other) return false
  if (pair.evidence?.alike !== false) return one.register === null || other.register !== null
  return !isSettled(weighing, pair.record) || isSettled(weighing, pair.other)
}

/** Did what the two tell of surely happen on different days, of a kind that may befall one firearm again? */
function isAnotherTime(one: LinkedRecord | undefined, other: LinkedRecord | undefined): boolean {
  const [first, second] = [one?.again, other?.again]
  if (!first?.from || !first.to || !second?.from || !second.to) return false
  return first.to < second.from || second.to < first.from
}

/**
 * A source that tells of this very number in another record does not mean it by a number beside it, unless the firearm
 * may have come to it twice.
 */
export function isToldElsewhere({ records, pairs }: Weighing, { record, other, evidence }: Pair): boolean {
  if (evidence?.alike !== false) return false
  const source = records.get(record)?.source
  return (pairs.get(other) ?? []).some(
    (each) =>
      each.other !== record &&
      each.evidence?.alike === true &&
      records.get(each.other)?.source === source &&
      !isAnotherTime(records.get(record), records.get(each.other)),
  )
}

function modelVerdict(pair: Pair, probability: number, one: LinkedRecord, other: LinkedRecord): Verdict | null {
  if (probability < proposedFrom(pair, one, other) || isKnownApart(pair, one, other)) return null
  if (probability < SAME_FROM || heldBackBy(pair, one, other).length > 0) return 'undecided'
  return VERDICT_OF[relationOf(pair)]
}

/** By those of both sides that have a say, the less likely. */
function probabilityOf(weighing: Weighing, pair: Pair, turned: Pair): number | null {
  if (pair.judged?.verdict === 'different') return 0
  if (pair.judged && pair.judged.verdict !== 'undecided') return 1
  if (!pair.judged && (isToldElsewhere(weighing, pair) || isToldElsewhere(weighing, turned))) return null
  const sides = [
    decides(weighing, pair) ? weighing.said.get(pair.record)?.get(pair.other) : undefined,
    decides(weighing, turned) ? weighing.said.get(pair.other)?.get(pair.record) : undefined,
  ].filter((probability) => probability !== undefined)
  if (sides.length > 0) return Math.min(...sides)
  return pair.judged ? 0 : null
}

/** The same pair, seen from its other side. */
export function turned(pair: Pair): Pair {
  const { evidence } = pair
  const mirrored = evidence && { ...evidence, part: evidence.otherPart, otherPart: evidence.part }
  return { ...pair, record: pair.other, other: pair.record, evidence: mirrored }
}

/**
 * How likely each pair of the records reached is for a reader who may see them. Each pair is given from both its sides;
 * those of which neither side has said anything are left out.
 */
export function weighPairs(weighing: Weighing): WeighedPair[] {
  const all = [...weighing.pairs.values()].flat()
  const outwards = all.filter(({ other }) => !weighing.pairs.has(other)).map(turned)
  return [...all, ...outwards].flatMap((pair) => {
    const [one, other] = [weighing.records.get(pair.record), weighing.records.get(pair.other)]
    if (!one || !other) return []
    const probability = probabilityOf(weighing, pair, turned(pair))
    if (probability === null) return []
    const verdict = pair.judged ? pair.judged.verdict : modelVerdict(pair, probability, one, other)
    return [{ ...pair, relation: relationOf(pair), probability, verdict, by: pair.judged ? 'person' : 'model' }]
  })
}
