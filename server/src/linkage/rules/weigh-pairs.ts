import type { Line } from '@proofmark/matching/line'
import { rankByProbability } from '@proofmark/matching/rivals'
import { BALANCE } from './balance.ts'
import type { LinkedRecord, Pair } from './pair.ts'
import type { Verdict } from './standing-judgement.ts'
import { priorAmong, SAME_FROM, UNDECIDED_FROM } from './thresholds.ts'

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
function amongRivals(pairs: readonly Pair[], records: ReadonlyMap<string, LinkedRecord>, prior: Line) {
  const candidates = pairs.flatMap((pair) => {
    const other = records.get(pair.other)
    if (!other || pair.judged?.verdict === 'different') return []
    const { item, entry, register } = other
    return [{ id: pair.other, item, entry, register, lines: [prior, asLine(bitsOf(pair))] }]
  })
  return rankByProbability(candidates, BALANCE, prior)
}

/**
 * How likely each counterpart of one record is to be its firearm, where only one can be: by all its pairs, and the
 * records on their other side. `entries`: among how many records.
 */
export function saidBy(
  pairs: readonly Pair[],
  records: ReadonlyMap<string, LinkedRecord>,
  entries: number,
): Map<string, number> {
  const prior = priorAmong(entries)
  const rivals = [...Map.groupBy(pairs, rivalryOf).values()]
  return new Map(
    rivals.flatMap((group) =>
      amongRivals(group, records, prior).map(({ record, probability }) => [record.id, probability] as const),
    ),
  )
}

/**
 * Does a record say of which firearm it is? An entry of a register does not: many records may be of it, and it decides
 * nothing between them, unless the other is an entry too.
 */
export function decides(record: LinkedRecord, other: LinkedRecord): boolean {
  return record.register === null || other.register !== null
}

function verdictOf(pair: Pair, relation: PairRelation, probability: number, listedTwice: boolean): Verdict | null {
  if (pair.judged) return pair.judged.verdict
  if (probability < UNDECIDED_FROM) return null
  // A register's own list speaks against it: proposed, never taken for granted.
  return probability < SAME_FROM || listedTwice ? 'undecided' : VERDICT_OF[relation]
}

/**
 * How likely each pair is for a reader who may see these records. Where both sides have their say the less likely
 * counts. Pairs with records that are not given are left out, and so are those of which neither side has said anything.
 */
export function weighPairs(
  records: ReadonlyMap<string, LinkedRecord>,
  pairs: readonly Pair[],
  said: Said,
): WeighedPair[] {
  return pairs.flatMap((pair) => {
    const [one, other] = [records.get(pair.record), records.get(pair.other)]
    if (!one || !other) return []
    const sides = [
      decides(one, other) ? said.get(pair.record)?.get(pair.other) : undefined,
      decides(other, one) ? said.get(pair.other)?.get(pair.record) : undefined,
    ].filter((probability) => probability !== undefined)
    if (sides.length === 0 && !pair.judged) return []
    const probability = pair.judged?.verdict === 'different' || sides.length === 0 ? 0 : Math.min(...sides)
    const relation = relationOf(pair)
    const listedTwice = one.register !== null && one.register === other.register
    const verdict = verdictOf(pair, relation, probability, listedTwice)
    return [{ ...pair, relation, probability, verdict, by: pair.judged ? ('person' as const) : ('model' as const) }]
  })
}
