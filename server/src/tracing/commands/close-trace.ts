import { ProofmarkError } from '@proofmark/contract/errors'
import { TRACERS } from '@proofmark/contract/route'
import type { traceApproveRequest, traceCloseRequest } from '@proofmark/contract/schemas/trace-desk'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { closingsOf } from '../queries/trace-parts.ts'
import { needClosing, standingOf } from '../rules/requests/closing.ts'
import { holdTrace, keepFinding, needMove, writeSteps } from './write-trace.ts'

export type CloseInput = Omit<z.output<typeof traceCloseRequest>, 'grounds'>
export type ApproveInput = Omit<z.output<typeof traceApproveRequest>, 'grounds'>

/**
 * Closes an own request, with the status of the firearm’s origin. What counts as traced waits for a second person. Throws
 * `role_needed`, `not_found`, `trace_move_refused`, `trace_failure_needed`, `trace_point_needed`, `trace_status_contradicts`.
 */
export async function closeTrace(context: Context, input: CloseInput): Promise<string> {
  const { query, reader, audit } = context
  needRole(reader, TRACERS)
  const { originStatus, outcome, failure = null, point = null, why } = input
  const trace = await holdTrace(context, input.trace)
  if (trace.direction === 'incoming') needMove(trace, 'closed', 'answerer')
  needMove(trace, 'closed', 'asker')
  needClosing({ originStatus, outcome, failure, point })
  const before = await closingsOf(context, [trace.id])
  await query
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
      closed_by: reader.account,
    })
    .execute()
  await writeSteps(context, trace, [{ state: 'closed', why }])
  await keepFinding(context, trace, 'closed')
  const body = { status: originStatus, outcome, failure }
  await audit({ action: 'trace.closed', subjects: [trace.id, ...trace.records], body })
  return trace.id
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
  // What was closed again since counts no more.
  const stands = trace.state === 'closed' && closings.at(-1) === closing
  if (!closing || !stands || standingOf(closing, closing.approved) !== 'waits')
    throw new ProofmarkError('trace_not_waiting')
  if (closing.closedBy === reader.account) throw new ProofmarkError('trace_approval_own')
  await query
    .insertInto('trace_approval')
    .values({ request_id: trace.id, closing: number, vis: trace.vis, approved, why, approved_by: reader.account })
    .execute()
  await audit({ action: 'trace.approved', subjects: [trace.id, ...trace.records], body: { approved, why } })
  return trace.id
}
