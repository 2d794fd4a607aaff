import type { CustodyOrder, CustodyPurpose } from '@proofmark/contract/custody-words'
import { TRACE_STATES } from '@proofmark/contract/trace-words'
import type { Context } from '../../access/context.ts'
import { neighbourhood } from '../../linkage/queries/neighbourhood.ts'
import { groupsOf } from '../../linkage/rules/items.ts'
import { isOpen } from '../../tracing/rules/requests/state-machine.ts'
import type { JudgedChain } from '../rules/judge-chain.ts'
import { type EndFacts, needsOrder } from '../rules/may-follow.ts'
import { ballisticHolds } from './ballistic-holds.ts'
import type { Exhibit } from './exhibit.ts'

export interface KeptOrder {
  readonly exhibit: string
  readonly id: string
  readonly kind: CustodyOrder
  readonly authority: 'court' | 'administrative'
  readonly reference: string
  readonly on: string
  readonly until: string | null
  readonly conditions: string | null
  readonly scan: string | null
}

export interface StandingHold {
  readonly exhibit: string
  readonly id: string
  readonly kind: 'ballistic' | 'trace' | 'court' | 'appeal' | 'other'
  readonly why: string
  readonly by: string
  readonly since: Date
}

export async function ordersOf({ client }: Context, exhibits: readonly string[]): Promise<KeptOrder[]> {
  const { rows } = await client.query<KeptOrder>(
    `SELECT exhibit_id AS exhibit, id, kind, authority, reference, ordered_on::text AS on, until::text AS until, conditions, scan
     FROM custody_order WHERE exhibit_id = ANY ($1::uuid[]) ORDER BY recorded_at, id`,
    [exhibits],
  )
  return rows
}

export async function holdsOn({ client }: Context, exhibits: readonly string[]): Promise<StandingHold[]> {
  const { rows } = await client.query<StandingHold>(
    `SELECT h.exhibit_id AS exhibit, h.id, h.kind, h.why, a.name AS by, h.placed_at AS since
     FROM custody_hold h JOIN account a ON a.id = h.placed_by
     WHERE h.exhibit_id = ANY ($1::uuid[]) AND NOT EXISTS (SELECT FROM custody_hold_lift l WHERE l.hold_id = h.id)
     ORDER BY h.placed_at, h.id`,
    [exhibits],
  )
  return rows
}

/**
 * How many requests about the firearm of each exhibit are open, of those that the reader may see: whichever of its records
 * they name, since a request about where it was stolen needs it as much as one about where it was seized.
 */
export async function openTracesOf(
  context: Context,
  exhibits: readonly Exhibit[],
): Promise<ReadonlyMap<string, number>> {
  const open = new Map<string, number>()
  for (let from = 0; from < exhibits.length; from += AT_ONCE)
    for (const [exhibit, count] of await openAmong(context, exhibits.slice(from, from + AT_ONCE)))
      open.set(exhibit, count)
  return open
}

/** Around more exhibits than these more records would hang together than are followed. */
const AT_ONCE = 50

async function openAmong(context: Context, exhibits: readonly Exhibit[]): Promise<ReadonlyMap<string, number>> {
  const own = exhibits.flatMap(({ record }) => (record === null ? [] : [record]))
  if (own.length === 0) return new Map()
  const { records: known, pairs } = await neighbourhood(context, own)
  const groups = groupsOf(known, pairs)
  const firearmOf = (record: string): readonly string[] => groups.get(record) ?? [record]
  const { rows } = await context.client.query<{ records: string[] }>(
    `SELECT r.records FROM trace_request r
     WHERE r.id IN (SELECT request_id FROM trace_record WHERE record_id = ANY ($1::uuid[])) AND (
       SELECT t.state FROM trace_transition t WHERE t.request_id = r.id ORDER BY t.number DESC LIMIT 1
     ) = ANY ($2::text[])`,
    [own.flatMap(firearmOf), TRACE_STATES.filter(isOpen)],
  )
  const open = (record: string) => {
    const firearm = new Set(firearmOf(record))
    return rows.filter(({ records }) => records.some((each) => firearm.has(each))).length
  }
  return new Map(exhibits.map(({ id, record }) => [id, record === null ? 0 : open(record)]))
}

/** What decides whether an exhibit may be handed over for a purpose; requests are asked for where it may end its custody. */
export async function endFactsOf(
  context: Context,
  exhibit: Exhibit,
  { judged, purpose }: { readonly judged: JudgedChain; readonly purpose: CustodyPurpose },
): Promise<EndFacts> {
  const [orders, holds, traces] = [
    await ordersOf(context, [exhibit.id]),
    await holdsOn(context, [exhibit.id]),
    needsOrder(purpose) ? await openTracesOf(context, [exhibit]) : new Map<string, number>(),
  ]
  const ballistic = await ballisticHolds(context, [exhibit.id])
  return {
    standing: judged,
    last: judged.events.at(-1)?.purpose ?? 'recovered',
    orders,
    holds: holds.length + ballistic.length,
    openTraces: traces.get(exhibit.id) ?? 0,
    today: context.now.toISOString().slice(0, 10),
  }
}
