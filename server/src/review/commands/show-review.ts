import { ProofmarkError } from '@proofmark/contract/errors'
import type { LifeStatus } from '@proofmark/contract/life-words'
import { DESKS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type RecordMatch, recordMatches } from '../../linkage/commands/record-matches.ts'
import { type CandidateDetails, candidateDetails } from '../../linkage/queries/candidates.ts'
import type { Neighbourhood } from '../../linkage/queries/neighbourhood.ts'
import { type Item, itemAround } from '../../linkage/rules/items.ts'
import type { LinkedRecord } from '../../linkage/rules/pair.ts'
import type { WeighedPair } from '../../linkage/rules/weigh-pairs.ts'
import { weighedIf } from '../../linkage/rules/what-if.ts'
import { lifeRecords } from '../../tracing/queries/life-records.ts'
import { factsOfItem, type KnownRecord, namedBy } from '../../tracing/rules/facts-of-item.ts'
import type { Finding } from '../../tracing/rules/findings/finding.ts'
import { judgeLife, type Life } from '../../tracing/rules/judge-life.ts'
import { type Assigned, assignedTo } from '../queries/queue.ts'
import { type WaitingPair, weighOpen } from '../queries/weigh-open.ts'
import { type Chain, chainBetween } from '../rules/chain.ts'
import { openPairs } from '../rules/open-pairs.ts'

/** A firearm and its life, as they are or as they would be. */
export interface Supposed {
  readonly members: readonly string[]
  readonly status: LifeStatus
  readonly findings: readonly Finding[]
}

export interface ShownReview {
  readonly waiting: WaitingPair | null
  readonly own: LinkedRecord
  readonly details: CandidateDetails
  readonly match: RecordMatch
  readonly rivals: readonly RecordMatch[]
  readonly now: Supposed
  readonly same: Supposed
  readonly different: Supposed
  readonly chain: Chain | null
  readonly assigned: Assigned | null
  /** Every record that is named. */
  readonly known: ReadonlyMap<string, KnownRecord>
}

/** More rivals than this stand at the end of nobody's patience. */
const MOST_RIVALS = 5

/**
 * The record that the others are compared with: of a register's entry and a record of something else the latter, since many
 * entries may be its firearm.
 */
function pivotOf(record: LinkedRecord, other: LinkedRecord): readonly [LinkedRecord, LinkedRecord] {
  return record.register !== null && other.register === null ? [other, record] : [record, other]
}

const supposedItems = ({ records, pairs, weighing }: Neighbourhood, own: string, other: string) => {
  const ifJudged = (verdict: 'same' | 'different') =>
    itemAround(own, records, weighedIf(weighing, { record: own, other }, verdict))
  return { now: itemAround(own, records, pairs), same: ifJudged('same'), different: ifJudged('different') }
}

/** What would speak against a custodian is not told beforehand: it goes to its oversight first. */
const isWithheld = ({ oversight }: Finding): boolean => oversight !== null

function supposedLife(item: Item, known: ReadonlyMap<string, KnownRecord>, today: string): Supposed {
  const { status, findings }: Life = judgeLife(factsOfItem(item, known, today), isWithheld)
  return { members: item.members.map(({ record }) => record), status, findings }
}

const competes = (pair: WeighedPair, asked: WeighedPair): boolean =>
  pair.other !== asked.other &&
  pair.relation === asked.relation &&
  pair.verdict !== null &&
  pair.verdict !== 'different'

/**
 * A pair as it lies on the desk of whoever judges it: the two records and the rivals, what speaks for each and against, and
 * what either verdict would change of the firearm and of its life, from what the reader may see. Throws `role_needed`,
 * `judgement_of_itself`, and `not_found` for what is hidden, does not exist, or never was a pair.
 */
export async function showReview(
  context: Context,
  ends: { readonly record: string; readonly other: string },
): Promise<ShownReview> {
  needRole(context.reader, DESKS)
  const [record, other] = [ends.record.toLowerCase(), ends.other.toLowerCase()]
  if (record === other) throw new ProofmarkError('judgement_of_itself')
  const { waiting, around } = await weighOpen(context, [record, other])
  const [one, two] = [around.records.get(record), around.records.get(other)]
  if (!one || !two) throw new ProofmarkError('not_found', { what: one ? other : record })
  const [own, against] = pivotOf(one, two)
  const { matches } = await recordMatches(context, own.record, against.record)
  const match = matches.find(({ pair }) => pair.other === against.record)
  const details = (await candidateDetails(context, [own.record])).get(own.record)
  if (!match || !details) throw new ProofmarkError('not_found', { what: against.record })
  const items = supposedItems(around, own.record, against.record)
  const { groups } = openPairs(around.records, around.pairs)
  const chain = chainBetween(match.pair, groups, around.records, around.pairs)
  const inChain = (chain ?? []).map((step) => step.record)
  const known = await lifeRecords(context, [...new Set([...Object.values(items).flatMap(namedBy), ...inChain])])
  const today = context.now.toISOString().slice(0, 10)
  await context.audit({ action: 'life.shown', subjects: [...known.keys()], body: { item: items.now.item } })
  const isAsked = ({ pair }: WaitingPair) =>
    [pair.record, pair.other].includes(record) && [pair.record, pair.other].includes(other)
  return {
    waiting: waiting.find(isAsked) ?? null,
    own,
    details,
    match,
    rivals: matches.filter(({ pair }) => competes(pair, match.pair)).slice(0, MOST_RIVALS),
    now: supposedLife(items.now, known, today),
    same: supposedLife(items.same, known, today),
    different: supposedLife(items.different, known, today),
    chain,
    assigned: await assignedTo(context, { record, other }),
    known,
  }
}
