import { TRACE_STATES } from '@proofmark/contract/trace-words'
import type { Context } from '../../access/context.ts'
import { isOpen } from '../../tracing/rules/requests/state-machine.ts'

/** An exhibit that is held for the reader's agency. */
export interface Hold {
  readonly id: string
  readonly vis: number
  readonly silent: boolean
  readonly handle: string
  readonly keeper: string
  readonly desk: string
  readonly reference: string
  readonly at: Date
  /** Requests that it is held for and that are open. */
  readonly traces: readonly string[]
  readonly letGo: { readonly by: string; readonly at: Date; readonly why: string } | null
}

const PAGE = 200

interface Row extends Omit<Hold, 'letGo'> {
  readonly by: string | null
  readonly letGoAt: Date | null
  readonly why: string | null
}

/** What is held for the reader's agency as far as row security lets the reader know of it, the last first. */
export async function holdsForUs({ client, reader }: Context, hold: string | null = null): Promise<Hold[]> {
  const { rows } = await client.query<Row>(
    `SELECT h.id, h.vis, h.silent, h.handle, k.name AS keeper, k.desk, h.reference, h.told_at AS at,
       ARRAY(
         SELECT r.id FROM trace_request r WHERE r.id = ANY (h.requests) AND (
           SELECT t.state FROM trace_transition t WHERE t.request_id = r.id ORDER BY t.number DESC LIMIT 1
         ) = ANY ($3::text[]) ORDER BY r.id
       ) AS traces, a.name AS by, g.let_go_at AS "letGoAt", g.why
     FROM clearance_hold h JOIN agency k ON k.id = h.keeper_agency_id
     LEFT JOIN clearance_let_go g ON g.hold_id = h.id LEFT JOIN account a ON a.id = g.let_go_by
     WHERE h.agency_id = $1 AND ($2::uuid IS NULL OR h.id = $2) ORDER BY h.told_at DESC, h.id LIMIT ${PAGE}`,
    [reader.agency?.id ?? null, hold, TRACE_STATES.filter(isOpen)],
  )
  return rows.map(({ by, letGoAt, why, ...told }) => ({
    ...told,
    letGo: letGoAt && { by: by!, at: letGoAt, why: why! },
  }))
}

export interface OverseenHold {
  readonly handle: string
  readonly keeper: string
  readonly owner: { readonly agency: string; readonly desk: string } | null
  readonly at: Date
  readonly letGoAt: Date | null
}

/** What is held under the custodies that the reader oversees, the last first: between whom, and nothing of what it is. */
export async function holdsOverseen({ client, reader }: Context): Promise<OverseenHold[]> {
  const { rows } = await client.query<Omit<OverseenHold, 'owner'> & { owner: string | null; desk: string | null }>(
    `SELECT c.handle, k.name AS keeper, o.name AS owner, o.desk, c.told_at AS at, c.let_go_at AS "letGoAt"
     FROM clearances_overseen(ARRAY(SELECT id FROM agency WHERE oversight_account_id = $1)) c
     JOIN agency k ON k.id = c.keeper LEFT JOIN agency o ON o.id = c.owner
     ORDER BY c.told_at DESC, c.handle LIMIT ${PAGE}`,
    [reader.account],
  )
  return rows.map(({ owner, desk, ...told }) => ({
    ...told,
    owner: owner === null ? null : { agency: owner, desk: desk! },
  }))
}
