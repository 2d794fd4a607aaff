import type { CustodyOrder } from '@proofmark/contract/custody-words'
import { TRACE_STATES } from '@proofmark/contract/trace-words'
import type { Context } from '../../access/context.ts'
import { isOpen } from '../../tracing/rules/requests/state-machine.ts'
import type { JudgedChain } from '../rules/judge-chain.ts'
import type { EndFacts } from '../rules/may-follow.ts'
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

/** How many requests about the record of each exhibit are open, of those that the reader may see. */
export async function openTracesOf(
  { client }: Context,
  exhibits: readonly Exhibit[],
): Promise<ReadonlyMap<string, number>> {
  const records = exhibits.flatMap(({ record }) => (record === null ? [] : [record]))
  if (records.length === 0) return new Map()
  const { rows } = await client.query<{ record: string; open: number }>(
    `SELECT record, count(*)::int AS open
     FROM trace_request r CROSS JOIN unnest(r.records) AS record
     WHERE r.records && $1::uuid[] AND record = ANY ($1::uuid[]) AND (
       SELECT t.state FROM trace_transition t WHERE t.request_id = r.id ORDER BY t.number DESC LIMIT 1
     ) = ANY ($2::text[])
     GROUP BY record`,
    [records, TRACE_STATES.filter(isOpen)],
  )
  const open = new Map(rows.map((row) => [row.record, row.open]))
  return new Map(exhibits.map(({ id, record }) => [id, record === null ? 0 : (open.get(record) ?? 0)]))
}

/** What decides whether the custody of an exhibit may end. */
export async function endFactsOf(context: Context, exhibit: Exhibit, judged: JudgedChain): Promise<EndFacts> {
  const [orders, holds, traces] = [
    await ordersOf(context, [exhibit.id]),
    await holdsOn(context, [exhibit.id]),
    await openTracesOf(context, [exhibit]),
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
