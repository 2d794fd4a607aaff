import { ProofmarkError } from '@proofmark/contract/errors'
import { TRACERS } from '@proofmark/contract/route'
import type { traceEditRequest } from '@proofmark/contract/schemas/trace-desk'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import type { Trace } from '../queries/traces.ts'
import { mayEdit } from '../rules/requests/state-machine.ts'
import { needUrgency } from './draft-trace.ts'
import { holdTrace, type NewForm, writeForm, writeSteps } from './write-trace.ts'

export type EditInput = Omit<z.output<typeof traceEditRequest>, 'grounds'>

/**
 * Writes a form as its next version; what was validated is a draft again, and what a partner asked more about stays asked until
 * it is supplied. Throws `trace_outdated`, and `trace_move_refused` for what has left.
 */
export async function saveForm(
  context: Context,
  trace: Trace,
  { version, form, partner, channel }: Pick<NewForm, 'version' | 'form' | 'partner' | 'channel'>,
): Promise<void> {
  if (trace.direction === 'incoming' || !mayEdit(trace.state))
    throw new ProofmarkError('trace_move_refused', { state: trace.state, to: 'draft', accepted: '–' })
  if (trace.version !== version) throw new ProofmarkError('trace_outdated', { version: trace.version })
  await writeForm(context, trace, { version: version + 1, partner, channel, form })
  if (trace.state === 'validated' || trace.state === 'foreign_prepared' || trace.state === 'reopened')
    await writeSteps(context, trace, [{ state: 'draft', why: null }])
}

/**
 * Saves the form as its next version. What was validated is a draft again; what a partner asked more about stays asked
 * until it is supplied. Throws `role_needed`, `not_found`, `trace_outdated`, `trace_move_refused` for what has left, and
 * `trace_urgent_unjustified`.
 */
export async function editTrace(context: Context, input: EditInput): Promise<string> {
  needRole(context.reader, TRACERS)
  const { version, form, to } = input
  needUrgency(form)
  const trace = await holdTrace(context, input.trace)
  const addressee = {
    ...form.addressee,
    ...(to.country ? { country: to.country } : {}),
    ...(to.role ? { role: to.role } : {}),
  }
  await saveForm(context, trace, {
    version,
    partner: to.partner ?? trace.partner,
    channel: to.channel ?? trace.channel,
    form: { ...form, addressee },
  })
  await context.audit({ action: 'trace.edited', subjects: [trace.id], body: { version: version + 1 } })
  return trace.id
}
