import { ProofmarkError } from '@proofmark/contract/errors'
import { READERS } from '@proofmark/contract/route'
import type { Balance } from '@proofmark/matching/balance'
import type { Line } from '@proofmark/matching/line'
import { pathsBetween } from '@proofmark/matching/pair-path'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type CandidateDetails, candidateDetails, countEntries } from '../queries/candidates.ts'
import { judgementsOfPair, type NamedJudgement } from '../queries/judgements-of-pair.ts'
import { neighbourhood } from '../queries/neighbourhood.ts'
import { pairsOf } from '../queries/pairs-of.ts'
import { pathBounds, recordsInClass } from '../queries/path-bounds.ts'
import { balanceFor } from '../queries/standing-balance.ts'
import { ranksBy } from '../rules/among-rivals.ts'
import { groupsOf } from '../rules/items.ts'
import type { LinkedRecord, Pair } from '../rules/pair.ts'
import { linesOfPair, pairEvidence } from '../rules/pair-evidence.ts'
import { type Way, wayLines } from '../rules/path-lines.ts'
import { type JudgedRow, judgedRows } from '../rules/standing-judgement.ts'
import { isLikely, isSettled, priorAmong } from '../rules/thresholds.ts'
import { decides, saidBy, turned } from '../rules/weigh-pairs.ts'
import { type Reasons, reasonsOf } from '../rules/why-not.ts'

/** A rival: a record of another firearm that comes near one of the two, so that it takes from the other. */
export interface Rival {
  readonly beside: 'record' | 'other'
  readonly rival: LinkedRecord
  /** Of which firearm it seems to be, among those that compete for the one of the two. */
  readonly firearm: string
  readonly details: CandidateDetails
  readonly bits: number
  readonly probability: number
}

export interface WhyNot extends Reasons {
  readonly one: LinkedRecord
  readonly other: LinkedRecord
  readonly details: readonly [CandidateDetails, CandidateDetails]
  /** By what the two were weighed. */
  readonly balance: Balance
  readonly lines: readonly Line[]
  readonly probability: number | null
  readonly ways: readonly { readonly from: 'record' | 'other'; readonly way: Way }[]
  readonly rivals: readonly Rival[]
  readonly judgements: readonly JudgedRow<NamedJudgement>[]
}

/** So many rivals of either are told of. */
const RIVALS_SHOWN = 5
/** A rival so many bits behind takes nothing that could be seen, but where a whole batch does. */
const NEGLIGIBLE = 10

/** The pair as it would be, were it stored: by what the model measures of the two now. */
function measuredPair(one: LinkedRecord, other: LinkedRecord, balance: Balance): Pair | null {
  const measured = pairEvidence(one, other, balance)
  if (!measured) return null
  const { relation, bits, alike, evidence: levels } = measured
  const [first, second] = relation.kind === 'component' ? [relation.part, relation.otherPart] : [null, null]
  const [part, otherPart] = one.record < other.record ? [first, second] : [second, first]
  const model = balance.model.version
  const evidence = { relation: relation.kind, part, otherPart, bits, alike, levels, model }
  return { record: one.record, other: other.record, evidence, judged: null, level: 'lead', recovery: null }
}

const isNumbered = ({ item }: LinkedRecord) => item.marks.some(({ skeleton }) => skeleton !== null)

/** The best counterpart of a record in a class but for one, in bits. */
const bestInClass = (
  pairs: readonly Pair[],
  records: ReadonlyMap<string, LinkedRecord>,
  vis: number,
  but: string,
): number =>
  Math.max(
    Number.NEGATIVE_INFINITY,
    ...pairs.flatMap(({ other, evidence }) =>
      other !== but && records.get(other)?.vis === vis && evidence ? [evidence.bits] : [],
    ),
  )

interface Known {
  readonly records: ReadonlyMap<string, LinkedRecord>
  readonly entries: number
  /** Of the model that stands. */
  readonly balance: Balance
}

async function wayFrom(
  context: Context,
  asker: LinkedRecord,
  other: LinkedRecord,
  pairs: readonly Pair[],
  { records, balance }: Known,
) {
  const best = bestInClass(pairs, records, other.vis, other.record)
  const inClass = await recordsInClass(context, other.vis)
  return wayLines({
    asks: asker.register === null,
    numbered: isNumbered(asker),
    otherNumbered: isNumbered(other),
    keys: pathsBetween(asker.item.marks, other.item.marks),
    bounds: await pathBounds(context, asker, other),
    // Nearly alike pieces are asked for in registers alone.
    settled: {
      wide: isSettled(best, inClass, balance),
      loose: other.register === null || isLikely(best, inClass, balance),
    },
  })
}

async function rivalsOf(
  context: Context,
  beside: Rival['beside'],
  pairs: readonly Pair[],
  pair: Pair | null,
  known: Known,
  groups: ReadonlyMap<string, readonly string[]>,
): Promise<Rival[]> {
  if (!pair) return []
  const others = competing(pairs, pair, known, groups)
  const details = await candidateDetails(
    context,
    others.map(({ pair: { other } }) => other),
  )
  return others.flatMap(({ pair: { other, evidence }, rank }) => {
    const [rival, detail] = [known.records.get(other), details.get(other)]
    if (!rival || !detail) return []
    const { firearm, ofFirearm } = rank
    return [{ beside, rival, firearm, details: detail, bits: evidence?.bits ?? 0, probability: ofFirearm }]
  })
}

/**
 * The counterparts of the first of a pair that are of another firearm than the second and take from it, best first. What
 * seems to be of the second's own firearm, as its loss or its seizure, bears it out.
 */
function competing(
  pairs: readonly Pair[],
  pair: Pair,
  { records, entries, balance }: Known,
  groups: ReadonlyMap<string, readonly string[]>,
) {
  const all = [...pairs.filter(({ other }) => other !== pair.other), pair]
  const ranks = ranksBy(all, records, entries, balance)
  const own = pair.evidence?.bits ?? 0
  const firearm = ranks.get(pair.other)?.firearm
  const isOwn = (other: string) =>
    other === pair.other || ranks.get(other)?.firearm === firearm || groups.get(pair.other)?.includes(other) === true
  const comesNear = ({ evidence, judged }: Pair) =>
    (evidence?.bits ?? 0) > own - NEGLIGIBLE || judged?.verdict === 'same'
  return pairs
    .flatMap((each) => {
      const rank = ranks.get(each.other)
      if (!rank || isOwn(each.other) || (pair.evidence?.alike === true && rank.beside)) return []
      return (each.evidence?.relation ?? 'same') === 'same' && comesNear(each) ? [{ pair: each, rank }] : []
    })
    .sort(
      (a, b) => (b.pair.evidence?.bits ?? 0) - (a.pair.evidence?.bits ?? 0) || (a.pair.other < b.pair.other ? -1 : 1),
    )
}

/** How likely the pair is beside the rivals of either, were nothing judged of it: by those of both that have a say. */
function probabilityBeside(
  pair: Pair,
  sides: readonly (readonly Pair[])[],
  { records, entries, balance }: Known,
): number {
  const seen = [pair, turned(pair)]
  const all = seen.map((each, side) => [...sides[side]!.filter(({ other }) => other !== each.other), each])
  const said = new Map(seen.map(({ record }, side) => [record, saidBy(all[side]!, records, entries, balance)]))
  const pairs = new Map(seen.map(({ record }, side) => [record, all[side]!]))
  const deciding = seen.filter((each) => decides({ records, pairs, said }, each))
  const saying = deciding.length > 0 ? deciding : seen
  return Math.min(...saying.map(({ record, other }) => said.get(record)?.get(other) ?? 0))
}

/**
 * Why two records are one firearm to this reader, or are not: what speaks for and against, which path leads from one to
 * the other and what was left out on it, what was not reached, and who took the place. From nothing that the reader may
 * not see. Throws `role_needed`, `not_found` in the same words for what is hidden, and `judgement_of_itself`.
 */
export async function whyNot(context: Context, input: { record: string; other: string }): Promise<WhyNot> {
  needRole(context.reader, READERS)
  const ends = [input.record, input.other]
  if (input.record === input.other) throw new ProofmarkError('judgement_of_itself')
  const { records, pairs } = await neighbourhood(context, ends)
  const [one, other] = ends.map((id) => records.get(id))
  if (!one || !other) throw new ProofmarkError('not_found', { what: one ? input.other : input.record })
  const details = await candidateDetails(context, ends)
  const balance = await balanceFor(context)
  const known: Known = { records, entries: await countEntries(context), balance }
  const all = await pairsOf(context, ends)
  const sides = ends.map((id) => all.filter(({ record }) => record === id))
  const measured = measuredPair(one, other, balance)
  const weighed = pairs.find((pair) => pair.record === one.record && pair.other === other.record) ?? null
  const judgements = judgedRows(
    (await judgementsOfPair(context, one.record, other.record)).filter(({ about }) => about === 'firearm'),
  )
  const beside = measured && probabilityBeside(measured, sides, known)
  const groups = groupsOf(records, pairs)
  const rivals = [
    ...(await rivalsOf(context, 'record', sides[0]!, measured, known, groups)),
    ...(await rivalsOf(context, 'other', sides[1]!, measured && turned(measured), known, groups)),
  ]
  const ways = [
    { from: 'record' as const, way: await wayFrom(context, one, other, sides[0]!, known) },
    { from: 'other' as const, way: await wayFrom(context, other, one, sides[1]!, known) },
  ]
  const reasons = reasonsOf({
    one,
    other,
    pair: measured,
    stored: sides[0]!.some((pair) => pair.other === other.record && pair.evidence !== null),
    weighed,
    beside,
    together: groups.get(one.record)?.includes(other.record) === true,
    found: ways.some(({ way }) => way.found),
    rivals: rivals.length,
  })
  await context.audit({
    action: 'pair.examined',
    subjects: ends,
    body: { outcome: reasons.outcome },
  })
  return {
    ...reasons,
    one,
    other,
    details: [details.get(one.record)!, details.get(other.record)!],
    balance: balance.between(one.kind, other.kind),
    lines: linesOf(one, other, known, beside, fittingAsWell(rivals, measured, groups)),
    probability: weighed && weighed.by === 'model' ? weighed.probability : beside,
    ways,
    rivals: (['record', 'other'] as const).flatMap((side) =>
      rivals.filter(({ beside: of }) => of === side).slice(0, RIVALS_SHOWN),
    ),
    judgements,
  }
}

/** A rival this many bits behind the pair fits as well as it does. */
const AS_WELL_BITS = Math.log2(10)

/** How many other firearms fit as well: rivals that seem to be of one, or that links join to one, are one. */
function fittingAsWell(
  rivals: readonly Rival[],
  pair: Pair | null,
  groups: ReadonlyMap<string, readonly string[]>,
): number {
  const least = (pair?.evidence?.bits ?? 0) - AS_WELL_BITS
  const fitting = rivals.filter(({ bits }) => bits >= least)
  const firearms = Map.groupBy(fitting, ({ firearm }) => firearm)
  const first = [...firearms.values()].map(([each]) => each!.rival.record)
  return new Set(first.map((record) => groups.get(record)?.[0] ?? record)).size
}

/** Less than this taken by rivals, in bits, is not worth a line. */
const LEAST_TAKEN = 0.02

/** The whole balance: where it begins, what each field says, and what rivals take. */
function linesOf(
  one: LinkedRecord,
  other: LinkedRecord,
  { entries, balance }: Known,
  beside: number | null,
  count: number,
): readonly Line[] {
  const lines = [priorAmong(entries, balance), ...linesOfPair(one, other, balance)]
  if (beside === null || beside <= 0 || beside >= 1) return lines
  const taken = Math.log2(beside / (1 - beside)) - lines.reduce((sum, { bits }) => sum + bits, 0)
  if (taken > -LEAST_TAKEN) return lines
  return [...lines, { field: 'rivals', bits: taken, message: { id: 'evidence.rivals', parameters: { count } } }]
}
