import type { Balance } from '@proofmark/matching/balance'
import type { Line } from '@proofmark/matching/line'
import { rankByProbability } from '@proofmark/matching/rivals'
import type { LinkedRecord, Pair } from './pair.ts'
import type { Verdict } from './standing-judgement.ts'
import { priorAmong } from './thresholds.ts'

export type PairRelation = 'same' | 'component' | 'same-lot'

/** What a person judged counts as certain beside any evidence. */
const CERTAIN_BITS = 60

const RELATION_OF: Readonly<Partial<Record<Verdict, PairRelation>>> = {
  same: 'same',
  'component-of': 'component',
  'same-lot': 'same-lot',
}

/** What the two are to each other: as a person judged, else as the model measured. */
export function relationOf({ judged, evidence }: Pair): PairRelation {
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

const isJudgedOne = ({ judged }: Pair) => judged !== null && RELATION_OF[judged.verdict] !== undefined

const bitsOf = (pair: Pair): number => (pair.evidence?.bits ?? 0) + (isJudgedOne(pair) ? CERTAIN_BITS : 0)

/** Did what the two tell of surely happen on different days, of a kind that may befall one firearm again? */
export function isAnotherTime(one: LinkedRecord | undefined, other: LinkedRecord | undefined): boolean {
  const [first, second] = [one?.again, other?.again]
  if (!first?.from || !first.to || !second?.from || !second.to) return false
  return first.to < second.from || second.to < first.from
}

/** A counterpart as it competes for the number of the record that asks. */
interface Candidate {
  readonly pair: Pair
  readonly other: LinkedRecord
}

const skeletonsOf = ({ other }: Candidate) =>
  other.item.marks.flatMap(({ skeleton }) => (skeleton === null ? [] : [skeleton]))

/**
 * Which counterparts an edit away bear a number that the source of the record tells of in another record: it does not
 * mean their firearm by this one, unless that may have come to it twice. A list names a whole batch, where each number
 * has many neighbours, and all of them stand in it.
 */
function toldBeside(one: LinkedRecord, candidates: readonly Candidate[]): (candidate: Candidate) => boolean {
  const neighbours = new Set(
    candidates.filter(
      (each) => each.pair.evidence?.alike === false && relationOf(each.pair) === 'same' && !isJudgedOne(each.pair),
    ),
  )
  const told = new Set(
    [...neighbours]
      .filter(({ other }) => other.source === one.source && other.entry !== one.entry && !isAnotherTime(one, other))
      .flatMap(skeletonsOf),
  )
  return (candidate) => neighbours.has(candidate) && skeletonsOf(candidate).some((skeleton) => told.has(skeleton))
}

/** What a record says of one of its counterparts. */
export interface Rank {
  /** How likely the firearm of the counterpart is the record's. */
  readonly ofFirearm: number
  /** Of which firearm the counterpart seems to be: those that seem to be of one share it. */
  readonly firearm: string
  /** Does the source of the record tell of the counterpart's number in another record? It then takes nothing from equals. */
  readonly beside: boolean
}

/**
 * What a record says of each of its counterparts, where only one firearm can be its own: by all its pairs, and the records
 * on their other side. Whether the counterpart is of that firearm is for the counterpart to say. `entries`: among how
 * many records. `balance`: of the model that stands, by which counterparts are taken for one firearm.
 */
export function ranksBy(
  pairs: readonly Pair[],
  records: ReadonlyMap<string, LinkedRecord>,
  entries: number,
  balance: Balance,
): Map<string, Rank> {
  const prior = priorAmong(entries, balance)
  const said = new Map<string, Rank>()
  for (const [rivalry, group] of Map.groupBy(pairs, rivalryOf)) {
    const one = records.get(group[0]!.record)
    const candidates = group.flatMap((pair) => {
      const other = records.get(pair.other)
      if (!other || pair.judged?.verdict === 'different') return []
      const { item, entry, register } = other
      return [{ pair, other, item, entry, register, lines: [prior, asLine(bitsOf(pair))] }]
    })
    const isBeside = one ? toldBeside(one, candidates) : () => false
    const ranked = rankByProbability(candidates, balance, prior, {
      // A record that says little of the firearm is many bits behind one that says all of it, and of it all the same.
      within: Number.POSITIVE_INFINITY,
      yields: isBeside,
      spared: ({ pair }) => pair.evidence?.alike === true,
    })
    for (const { record, ofFirearm, firearm } of ranked)
      said.set(record.pair.other, { ofFirearm, firearm: `${rivalry} ${firearm}`, beside: isBeside(record) })
  }
  return said
}
