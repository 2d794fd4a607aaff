import { isAnotherTime, type PairRelation, ranksBy, relationOf } from './among-rivals.ts'
import { heldBackBy, isKnownApart, proposedFrom } from './held-back.ts'
import type { LinkedRecord, Pair } from './pair.ts'
import type { Verdict } from './standing-judgement.ts'
import { SAME_FROM } from './thresholds.ts'

/** A pair as this reader has it: nothing that the reader may not see went into it. */
export interface WeighedPair extends Pair {
  readonly relation: PairRelation
  /** Of being one firearm (one component, one lot), beside the rivals that the reader may see. */
  readonly probability: number
  readonly verdict: Verdict | null
  readonly by: 'person' | 'model'
}

const VERDICT_OF = { same: 'same', component: 'component-of', 'same-lot': 'same-lot' } as const

/** What each record says of its counterparts: of each record, by the other, how likely it is the one. */
export type Said = ReadonlyMap<string, ReadonlyMap<string, number>>

/** {@link ranksBy}, of each counterpart how likely its firearm is the record's. */
export const saidBy = (...asked: Parameters<typeof ranksBy>): Map<string, number> =>
  new Map([...ranksBy(...asked)].map(([id, { ofFirearm }]) => [id, ofFirearm]))

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
