import { ProofmarkError } from '@proofmark/contract/errors'
import { TRACERS } from '@proofmark/contract/route'
import type { traceAdoptRequest } from '@proofmark/contract/schemas/trace-desk'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { proposalsFor } from '../queries/proposals-for.ts'
import { saveForm } from './edit-trace.ts'
import { holdTrace } from './write-trace.ts'

export type AdoptInput = Omit<z.output<typeof traceAdoptRequest>, 'grounds'>

/**
 * Puts what is proposed for a form into it, as its next version: whoever does so says that it is so. Throws `role_needed`,
 * `not_found`, `trace_outdated`, `trace_move_refused` for what has left, and `value_not_listed` for what is not proposed, or no more.
 */
export async function adoptProposals(context: Context, input: AdoptInput): Promise<string> {
  needRole(context.reader, TRACERS)
  const trace = await holdTrace(context, input.trace)
  const proposed = await proposalsFor(context, trace)
  const chosen = [...new Set(input.proposals)].map((id) => {
    const found = proposed.find((each) => each.id === id)
    const accepted = proposed.map((each) => each.id).join(', ') || '–'
    if (!found) throw new ProofmarkError('value_not_listed', { field: 'proposals', value: id, accepted })
    return found
  })
  const form = chosen.reduce((before, { adopt }) => adopt(before), trace.form)
  await saveForm(context, trace, { version: input.version, form, partner: trace.partner, channel: trace.channel })
  const body = { version: input.version + 1, proposals: chosen.map(({ id }) => id) }
  await context.audit({ action: 'trace.proposals_adopted', subjects: [trace.id], body })
  return trace.id
}
