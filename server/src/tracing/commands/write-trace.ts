import { ProofmarkError } from '@proofmark/contract/errors'
import type { TraceForm } from '@proofmark/contract/schemas/trace-desk'
import type { TraceRequestMessage } from '@proofmark/contract/schemas/trace-message'
import type { HandlingCode } from '@proofmark/contract/source-words'
import type { FindingOccasion, TraceChannel, TraceSide, TraceState } from '@proofmark/contract/trace-words'
import { sql } from 'kysely'
import type { Context } from '../../access/context.ts'
import { judgedLife, keptOf } from '../queries/judged-life.ts'
import { type Trace, tracesById } from '../queries/traces.ts'
import { mayMove, movesOf } from '../rules/requests/state-machine.ts'

/** The request, or `not_found`, in the same words for one that is hidden and one that there is not. */
export async function needTrace(context: Context, id: string): Promise<Trace> {
  const found = (await tracesById(context, [id.toLowerCase()])).get(id.toLowerCase())
  if (!found) throw new ProofmarkError('not_found', { what: id })
  return found
}

/** Takes the turn to write about a request, for the rest of the transaction, and answers how it stands. */
export async function holdTrace(context: Context, id: string): Promise<Trace> {
  await context.client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`trace ${id.toLowerCase()}`])
  return needTrace(context, id)
}

/** Throws `trace_move_refused` unless this side may move it there. */
export function needMove({ state }: Pick<Trace, 'state'>, to: TraceState, side: TraceSide): void {
  if (mayMove(state, to, side)) return
  throw new ProofmarkError('trace_move_refused', { state, to, accepted: movesOf(state, side).join(', ') || '–' })
}

export interface NewStep {
  readonly state: TraceState
  readonly why: string | null
  readonly saidAt?: Date | null
  /** Of the partner’s side: by its name; else by the reader. */
  readonly partner?: string
}

type Target = Pick<Trace, 'id' | 'vis'> & { readonly steps: { readonly length: number } }

/** Writes steps one after the other, behind those that there are. */
export async function writeSteps({ query, reader }: Context, trace: Target, steps: readonly NewStep[]): Promise<void> {
  const rows = steps.map(({ state, why, saidAt = null, partner }, place) => ({
    request_id: trace.id,
    number: trace.steps.length + place + 1,
    vis: trace.vis,
    state,
    said_at: saidAt,
    by_account: partner === undefined ? reader.account : null,
    by_partner: partner ?? null,
    why,
  }))
  if (rows.length > 0) await query.insertInto('trace_transition').values(rows).execute()
}

/** Writes down under each record that a request was opened about it. */
export async function writeRecords({ query }: Context, { id, vis, records }: Pick<Trace, 'id' | 'vis' | 'records'>) {
  const rows = [...new Set(records)].map((record) => ({ record_id: record, request_id: id, vis }))
  if (rows.length > 0) await query.insertInto('trace_record').values(rows).execute()
}

export interface NewForm {
  readonly version: number
  readonly partner: string | null
  readonly channel: TraceChannel
  readonly form: TraceForm
  readonly message?: TraceRequestMessage
  /** Nobody here saved what a partner sent. */
  readonly byPartner?: boolean
}

export async function writeForm({ query, reader }: Context, { id, vis }: Target, saved: NewForm): Promise<void> {
  const { version, partner, channel, form, message, byPartner = false } = saved
  await query
    .insertInto('trace_form')
    .values({
      request_id: id,
      version,
      vis,
      partner,
      channel,
      form: JSON.stringify(form),
      message: message === undefined ? null : JSON.stringify(message),
      saved_by: byPartner ? null : reader.account,
    })
    .execute()
}

/** Keeps how the life of its firearm is judged now; of a request about no record, nothing. */
export async function keepFinding(
  context: Context,
  { id, vis, records }: Pick<Trace, 'id' | 'vis' | 'records'>,
  occasion: FindingOccasion,
): Promise<void> {
  const [record] = records
  if (record === undefined) return
  const finding = await judgedLife(context, record).then(keptOf, (failure: unknown) => {
    // The record was taken back or is released no more: there is nothing to judge, and the request stands.
    if (failure instanceof ProofmarkError && failure.code === 'not_found') return null
    throw failure
  })
  if (finding === null) return
  await context.client.query(
    `INSERT INTO trace_finding (request_id, number, vis, occasion, finding)
     SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4 FROM trace_finding WHERE request_id = $1`,
    [id, vis, occasion, JSON.stringify(finding)],
  )
}

const SLACK_MS = 5 * 60_000

/**
 * A moment that a person says: not in the future, and for whatever follows the sending not before what happened earlier.
 * What left on paper may be written down weeks later. Throws `trace_moment_wrong`.
 */
export function needMoment({ steps }: Pick<Trace, 'steps'>, stated: string | undefined, now: Date): Date | null {
  if (stated === undefined) return null
  const at = new Date(stated)
  const sent = steps.findIndex(({ state }) => state === 'sent')
  const before = sent === -1 ? undefined : steps.at(-1)?.at
  const wrong = at.getTime() > now.getTime() + SLACK_MS || (before !== undefined && at < before)
  if (wrong || at.getUTCFullYear() < 1900) throw new ProofmarkError('trace_moment_wrong', { at: stated })
  return at
}

/** The class of what is for an agency’s own people alone. */
export async function classOfOwn(
  { query }: Context,
  agency: string,
  visibility: 'pointer' | 'silent' = 'pointer',
  handling: HandlingCode = 'H0',
): Promise<number> {
  const { id } = await query
    .selectFrom('visibility')
    .select('id')
    .where('agency_id', '=', agency)
    .where('source_visibility', '=', visibility)
    .where('handling', '=', handling)
    .where(sql<boolean>`readers = '{}'`)
    .where('compartment_id', 'is', null)
    .executeTakeFirstOrThrow()
  return id
}
