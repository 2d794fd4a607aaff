import { DESKS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type CandidateDetails, candidateDetails } from '../../linkage/queries/candidates.ts'
import type { LinkedRecord } from '../../linkage/rules/pair.ts'
import { getSource } from '../../records/queries/find-source.ts'
import {
  type Assigned,
  countQueued,
  leaveQueue,
  MOST_COUNTED,
  type QueuePlace,
  queuedPairs,
  type ReviewFilter,
} from '../queries/queue.ts'
import { type WaitingPair, weighOpen } from '../queries/weigh-open.ts'

export interface ListReview {
  /** A source by its name. */
  readonly source?: string | undefined
  readonly agency?: string | undefined
  readonly kind?: ReviewFilter['kind']
  readonly mine?: boolean | undefined
  readonly after?: QueuePlace | undefined
  readonly limit?: number | undefined
}

/** One of the two records of a pair, as it is listed. */
export interface ListedEnd {
  readonly record: LinkedRecord
  readonly details: CandidateDetails
}

export interface ListedPair {
  readonly waiting: WaitingPair
  readonly one: ListedEnd
  readonly other: ListedEnd
  readonly assigned: Assigned | null
}

export interface ReviewPage {
  readonly pairs: readonly ListedPair[]
  readonly count: number
  /** There are more than were counted. */
  readonly more: boolean
  /** Where the next page begins; null after the last. */
  readonly next: QueuePlace | null
}

const USUAL_LIMIT = 25

async function filterOf(context: Context, { source, agency, kind, mine }: ListReview): Promise<ReviewFilter> {
  const id = source === undefined ? null : (await getSource(context, source)).id
  return { source: id, agency: agency ?? null, kind, mine }
}

/**
 * A page of the pairs that wait for a person, as they stand at this moment: what was decided meanwhile is left out. Throws
 * `role_needed`, `source_unknown`.
 */
export async function listReview(context: Context, input: ListReview): Promise<ReviewPage> {
  needRole(context.reader, DESKS)
  const filter = await filterOf(context, input)
  const limit = input.limit ?? USUAL_LIMIT
  const queued = await queuedPairs(context, filter, input.after ?? null, limit)
  const { waiting, around } = await weighOpen(context, [...new Set(queued.map(({ record }) => record))])
  const open = new Map(waiting.map((each) => [`${each.pair.record} ${each.pair.other}`, each]))
  const stillOpen = queued.flatMap((place) => {
    const found = open.get(`${place.record} ${place.other}`)
    return found ? [{ ...place, waiting: found }] : []
  })
  await leaveQueue(
    context,
    queued.filter(({ record, other }) => !open.has(`${record} ${other}`)),
  )
  const ends = [...new Set(stillOpen.flatMap(({ record, other }) => [record, other]))]
  const details = await candidateDetails(context, ends)
  const endOf = (id: string): ListedEnd[] => {
    const [record, detail] = [around.records.get(id), details.get(id)]
    return record && detail ? [{ record, details: detail }] : []
  }
  const pairs = stillOpen.flatMap(({ record, other, waiting: each, assigned }): ListedPair[] => {
    const [[one], [two]] = [endOf(record), endOf(other)]
    return one && two ? [{ waiting: each, one, other: two, assigned }] : []
  })
  const counted = await countQueued(context, filter)
  await context.audit({ action: 'matches.listed', subjects: ends, body: { matches: pairs.length } })
  const last = queued.at(-1)
  const { worth, record, other } = last ?? {}
  const next = last && queued.length === limit ? { worth: worth!, record: record!, other: other! } : null
  return { pairs, count: Math.min(counted, MOST_COUNTED), more: counted > MOST_COUNTED, next }
}
