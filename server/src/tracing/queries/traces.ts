import type { TraceForm } from '@proofmark/contract/schemas/trace-desk'
import type { TraceChannel, TraceDirection, TraceState } from '@proofmark/contract/trace-words'
import type { Context } from '../../access/context.ts'
import type { Step } from '../rules/requests/clocks.ts'

/** One step of a request’s way, by whom and why. */
export interface NamedStep extends Step {
  readonly number: number
  /** When the database took it in; `at` is when it took effect, which a person may have said. */
  readonly takenIn: Date
  readonly saidAt: Date | null
  readonly by: string
  readonly ours: boolean
  readonly why: string | null
}

/** A request as it stands, with its way. */
export interface Trace {
  readonly id: string
  readonly agency: string
  readonly agencyName: string
  readonly vis: number
  readonly direction: TraceDirection
  readonly parent: string | null
  readonly records: readonly string[]
  readonly asker: string | null
  readonly theirId: string | null
  readonly contentHmac: Buffer
  readonly openedBy: string | null
  readonly openedByName: string | null
  /** May whoever opened it still sign in? */
  readonly openerActive: boolean
  readonly openedAt: Date
  readonly version: number
  readonly partner: string | null
  readonly channel: TraceChannel
  readonly form: TraceForm
  readonly steps: readonly NamedStep[]
  readonly state: TraceState
}

interface Row extends Omit<Trace, 'steps' | 'state'> {
  readonly steps: readonly {
    readonly number: number
    readonly state: TraceState
    readonly at: string
    readonly said: string | null
    readonly account: string | null
    readonly partner: string | null
    readonly why: string | null
  }[]
}

const TRACES = `
  SELECT r.id, r.agency_id AS agency, g.name AS "agencyName", r.vis, r.direction, r.parent_id AS parent, r.records,
    r.asker, r.their_id AS "theirId", r.content_hmac AS "contentHmac", r.opened_by AS "openedBy",
    o.name AS "openedByName", o.id IS NOT NULL AND o.disabled_at IS NULL AS "openerActive", r.opened_at AS "openedAt",
    f.version, f.partner, f.channel, f.form, t.steps
  FROM trace_request r
  JOIN agency g ON g.id = r.agency_id
  LEFT JOIN account o ON o.id = r.opened_by
  JOIN LATERAL (
    SELECT version, partner, channel, form FROM trace_form WHERE request_id = r.id ORDER BY version DESC LIMIT 1
  ) f ON true
  JOIN LATERAL (
    SELECT json_agg(json_build_object('number', s.number, 'state', s.state, 'at', s.at, 'said', s.said_at,
      'account', a.name, 'partner', s.by_partner, 'why', s.why) ORDER BY s.number) AS steps
    FROM trace_transition s LEFT JOIN account a ON a.id = s.by_account WHERE s.request_id = r.id
  ) t ON t.steps IS NOT NULL`

function traceOf({ steps, ...row }: Row): Trace {
  const named = steps.map(({ number, state, at, said, account, partner, why }): NamedStep => {
    const takenIn = new Date(at)
    const saidAt = said === null ? null : new Date(said)
    const by = account ?? partner ?? ''
    return { number, state, at: saidAt ?? takenIn, takenIn, saidAt, by, ours: account !== null, why }
  })
  return { ...row, steps: named, state: named.at(-1)!.state }
}

/** Those of these requests that the reader may see. */
export async function tracesById({ client }: Context, ids: readonly string[]): Promise<Map<string, Trace>> {
  if (ids.length === 0) return new Map()
  const { rows } = await client.query<Row>(`${TRACES} WHERE r.id = ANY ($1::uuid[]) ORDER BY r.id`, [ids])
  return new Map(rows.map((row) => [row.id, traceOf(row)]))
}

/** The request of this identifier that came from an asker; null where none did. */
export async function traceOfAsker({ client }: Context, asker: string, theirId: string): Promise<Trace | null> {
  const { rows } = await client.query<Row>(`${TRACES} WHERE r.asker = $1 AND r.their_id = $2`, [asker, theirId])
  return rows[0] ? traceOf(rows[0]) : null
}

/** At its end; an incoming one is, once it is answered: whether it is closed is for the asking state. */
const IS_ENDED = `EXISTS (
  SELECT FROM (SELECT state FROM trace_transition WHERE request_id = r.id ORDER BY number DESC LIMIT 1) AS last
  WHERE last.state IN ('closed', 'withdrawn', 'expired')
    OR (r.direction = 'incoming' AND last.state IN ('answered_full', 'answered_partial', 'answered_negative', 'refused'))
)`
/** More requests than these are open at one agency only where nobody closes any. */
const MOST_OPEN = 5_000
/** Of one firearm more are not shown beside its life. */
const MOST_ABOUT = 50

export interface Sought {
  readonly partner?: string | undefined
  readonly record?: string | undefined
}

const SOUGHT = `($1::text IS NULL OR f.partner = $1 OR r.asker = $1) AND ($2::uuid IS NULL OR r.records @> ARRAY[$2::uuid])`
const soughtBy = ({ partner, record }: Sought) => [partner ?? null, record ?? null]

/** The requests that are not at their end, the oldest first. */
export async function openTraces({ client }: Context, sought: Sought): Promise<Trace[]> {
  const { rows } = await client.query<Row>(
    `${TRACES} WHERE ${SOUGHT} AND NOT ${IS_ENDED} ORDER BY r.opened_at, r.id LIMIT ${MOST_OPEN}`,
    soughtBy(sought),
  )
  return rows.map(traceOf)
}

/** A page of those that are at their end, the last first, and how many there are. */
export async function endedTraces(
  { client }: Context,
  sought: Sought,
  after: number,
  limit: number,
): Promise<{ readonly traces: readonly Trace[]; readonly count: number }> {
  const counted = await client.query<{ count: number }>(
    `SELECT count(*)::int4 AS count FROM (${TRACES} WHERE ${SOUGHT} AND ${IS_ENDED}) AS ended`,
    soughtBy(sought),
  )
  const { rows } = await client.query<Row>(
    `${TRACES} WHERE ${SOUGHT} AND ${IS_ENDED} ORDER BY r.opened_at DESC, r.id OFFSET $3 LIMIT $4`,
    [...soughtBy(sought), after, limit],
  )
  return { traces: rows.map(traceOf), count: counted.rows[0]!.count }
}

/** The requests about any of these records, the last first. */
export async function tracesAbout({ client }: Context, records: readonly string[]): Promise<Trace[]> {
  const { rows } = await client.query<Row>(
    `${TRACES} WHERE r.id IN (SELECT request_id FROM trace_record WHERE record_id = ANY ($1::uuid[])) ORDER BY r.opened_at DESC, r.id LIMIT ${MOST_ABOUT}`,
    [records],
  )
  return rows.map(traceOf)
}

/** Requests that left in the time between two days, whatever became of them. */
export async function sentTraces(
  { client }: Context,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<Trace[]> {
  const { rows } = await client.query<Row>(
    `${TRACES} WHERE r.direction = 'outgoing' AND EXISTS (
       SELECT FROM trace_transition s WHERE s.request_id = r.id AND s.state = 'sent'
         AND ($1::date IS NULL OR coalesce(s.said_at, s.at) >= $1::date)
         AND ($2::date IS NULL OR coalesce(s.said_at, s.at) < $2::date + 1)
     ) ORDER BY r.opened_at, r.id`,
    [from ?? null, to ?? null],
  )
  return rows.map(traceOf)
}

/** The next hops of a request, the first first. */
export async function childrenOf({ client }: Context, id: string): Promise<Trace[]> {
  const { rows } = await client.query<Row>(`${TRACES} WHERE r.parent_id = $1 ORDER BY r.opened_at, r.id`, [id])
  return rows.map(traceOf)
}

/** When the first request about any of these records was begun that the reader may see; null where none was. */
export async function firstTraceDay({ client }: Context, records: readonly string[]): Promise<Date | null> {
  const { rows } = await client.query<{ at: Date | null }>(
    `SELECT min(opened_at) AS at FROM trace_request
     WHERE id IN (SELECT request_id FROM trace_record WHERE record_id = ANY ($1::uuid[]))`,
    [records],
  )
  return rows[0]?.at ?? null
}
