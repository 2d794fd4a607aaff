import { ProofmarkError } from '@proofmark/contract/errors'
import { TRACERS } from '@proofmark/contract/route'
import type {
  traceApproveRequest,
  traceCloseRequest,
  traceCorrectRequest,
} from '@proofmark/contract/schemas/trace-desk'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { closingsOf } from '../queries/trace-parts.ts'
import type { Trace } from '../queries/traces.ts'
import { type Closing, needClosing, standingClosings } from '../rules/requests/closing.ts'
import { holdTrace, keepFinding, needMove, writeSteps } from './write-trace.ts'

export type CloseInput = Omit<z.output<typeof traceCloseRequest>, 'grounds'>
export type CorrectInput = Omit<z.output<typeof traceCorrectRequest>, 'grounds'>
export type ApproveInput = Omit<z.output<typeof traceApproveRequest>, 'grounds'>

/**
 * Closes an own request, with the status of the firearm’s origin. What counts as traced waits for a second person. Throws
 * `role_needed`, `not_found`, `trace_move_refused`, `trace_failure_needed`, `trace_point_needed`, `trace_status_contradicts`.
 */
export async function closeTrace(context: Context, input: CloseInput): Promise<string> {
  const { reader, audit } = context
  needRole(reader, TRACERS)
  const { originStatus, outcome, failure = null, point = null, why } = input
  const trace = await holdTrace(context, input.trace)
  if (trace.direction === 'incoming') needMove(trace, 'closed', 'answerer')
  needMove(trace, 'closed', 'asker')
  needClosing({ originStatus, outcome, failure, point })
  await writeClosing(context, trace, { originStatus, outcome, failure, point, why, corrects: null })
  await writeSteps(context, trace, [{ state: 'closed', why }])
  await keepFinding(context, trace, 'closed')
  const body = { status: originStatus, outcome, failure }
  await audit({ action: 'trace.closed', subjects: [trace.id, ...trace.records], body })
  return trace.id
}

/**
 * Corrects how a closed trace was closed, its cause of failure above all, without closing it again: what was said before stays
 * with its author, and the trace stays closed. What would enter SDG indicator 16.4.2, or take out what a second person approved,
 * waits for a second person. Throws `role_needed`, `not_found`, `trace_move_refused` for what is not closed, `trace_outdated` where
 * another closing stands last by now, and what closing throws.
 */
export async function correctClosing(context: Context, input: CorrectInput): Promise<string> {
  const { reader, audit } = context
  needRole(reader, TRACERS)
  const { closing: corrects, originStatus, outcome, failure = null, point = null, why } = input
  const trace = await holdTrace(context, input.trace)
  const last = (await closingsOf(context, [trace.id])).at(-1)
  if (trace.state !== 'closed' || !last)
    throw new ProofmarkError('trace_move_refused', { state: trace.state, to: 'closed', accepted: '–' })
  if (last.number !== corrects) throw new ProofmarkError('trace_outdated', { version: last.number })
  needClosing({ originStatus, outcome, failure, point })
  await writeClosing(context, trace, { originStatus, outcome, failure, point, why, corrects })
  const body = { status: originStatus, outcome, failure, before: last.failure ?? last.originStatus }
  await audit({ action: 'trace.closing_corrected', subjects: [trace.id, ...trace.records], body })
  return trace.id
}

interface NewClosing extends Closing {
  readonly why: string
  readonly corrects: number | null
}

async function writeClosing(context: Context, trace: Pick<Trace, 'id' | 'vis'>, said: NewClosing): Promise<void> {
  const { originStatus, outcome, failure, point, why, corrects } = said
  const before = await closingsOf(context, [trace.id])
  await context.query
    .insertInto('trace_closing')
    .values({
      request_id: trace.id,
      number: before.length + 1,
      vis: trace.vis,
      origin_status: originStatus,
      outcome,
      failure,
      point: point === null ? null : JSON.stringify(point),
      why,
      closed_by: context.reader.account,
      corrects,
    })
    .execute()
}

/**
 * A second person says whether a closed trace enters SDG indicator 16.4.2. Whoever closed it cannot. Throws `role_needed`,
 * `not_found`, `trace_not_waiting`, `trace_approval_own`.
 */
export async function approveClosing(context: Context, input: ApproveInput): Promise<string> {
  const { query, reader, audit } = context
  needRole(reader, TRACERS)
  const { closing: number, approved, why } = input
  const trace = await holdTrace(context, input.trace)
  const closings = await closingsOf(context, [trace.id])
  const closing = closings.find((each) => each.number === number)
  // What was closed again or corrected since waits no more.
  const judged = standingClosings(closings).all.find((each) => each.closing === closing)
  if (!closing || trace.state !== 'closed' || judged?.counts !== 'waits') throw new ProofmarkError('trace_not_waiting')
  if (closing.closedBy === reader.account) throw new ProofmarkError('trace_approval_own')
  await query
    .insertInto('trace_approval')
    .values({ request_id: trace.id, closing: number, vis: trace.vis, approved, why, approved_by: reader.account })
    .execute()
  await audit({ action: 'trace.approved', subjects: [trace.id, ...trace.records], body: { approved, why } })
  return trace.id
}
