import { ProofmarkError } from '@proofmark/contract/errors'
import { TRACERS } from '@proofmark/contract/route'
import type { traceSendRequest } from '@proofmark/contract/schemas/trace-desk'
import type { TraceState } from '@proofmark/contract/trace-words'
import { mayLeave } from '@proofmark/domain/may-leave'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { duplicatesOf } from '../queries/duplicates.ts'
import { repliesOf } from '../queries/trace-parts.ts'
import type { Trace } from '../queries/traces.ts'
import { isWritten, mayMove } from '../rules/requests/state-machine.ts'
import { handOver, needMayLeave } from './hand-over.ts'
import { messageNow } from './move-trace.ts'
import { holdTrace, keepFinding, needMoment, needMove, needTrace, writeForm, writeSteps } from './write-trace.ts'

export type SendInput = Omit<z.output<typeof traceSendRequest>, 'grounds'>

/** The steps that lie between a written request and its leaving: whoever sends it has validated and prepared it. */
const WAY: Readonly<Partial<Record<TraceState, readonly TraceState[]>>> = {
  draft: ['validated', 'foreign_prepared'],
  validated: ['foreign_prepared'],
  domestic_search: ['foreign_prepared'],
}

/** Only what has left stands in the way: of two drafts the first to be sent does. Throws `trace_duplicate`. */
async function needNoDuplicate(context: Context, trace: Trace, despite: string | undefined): Promise<void> {
  if (despite !== undefined) return
  const [found] = (await duplicatesOf(context, trace)).filter(({ state }) => !isWritten.has(state))
  if (found) throw new ProofmarkError('trace_duplicate', { trace: found.id, state: found.state })
}

/**
 * A next hop passes on what the reply before it told: whom the firearm went to. What the originator’s codes forbid to pass on
 * does not leave. Throws `handling_forbids`.
 */
async function needOnward(context: Context, { parent, form }: Trace): Promise<void> {
  if (parent === null) return
  const replies = await repliesOf(context, parent)
  const told = replies.filter(({ message }) => message.next?.country === form.addressee.country)
  const on = context.now.toISOString().slice(0, 10)
  for (const { message } of told) {
    const leave = mayLeave(message.handling, { kind: 'onward', on })
    if (leave.decision === 'allowed') continue
    const { originator } = message.handling
    throw new ProofmarkError('handling_forbids', { reason: leave.reason, originator })
  }
}

/** The request of which this is the next hop goes on in it. */
async function moveParent(context: Context, { parent }: Trace, why: string): Promise<void> {
  if (parent === null) return
  await needTrace(context, parent)
  const trace = await holdTrace(context, parent)
  if (mayMove(trace.state, 'next_hop', 'asker')) await writeSteps(context, trace, [{ state: 'next_hop', why }])
}

/**
 * Sends a request: into the outbox of the node, or, by another channel, as a person says that it left. Nothing leaves
 * that lacks what the Instrument asks for, asks what an open request asks, or goes beyond the agreement. Throws
 * `role_needed`, `not_found`, `trace_move_refused`, `trace_incomplete`, `trace_duplicate`, `trace_partner_needed`,
 * `trace_moment_wrong`, `partner_unknown`, `agreement_forbids`, `handling_forbids`.
 */
export async function sendTrace(context: Context, input: SendInput): Promise<string> {
  needRole(context.reader, TRACERS)
  const { channel, why, despiteDuplicates } = input
  const held = await holdTrace(context, input.trace)
  if (held.direction === 'incoming') needMove(held, 'sent', 'answerer')
  const steps = channel === 'internal' && held.state === 'domestic_search' ? [] : (WAY[held.state] ?? [])
  needMove({ state: steps.at(-1) ?? held.state }, 'sent', 'asker')
  const partner = input.partner ?? held.partner
  if (partner === null) throw new ProofmarkError('trace_partner_needed')
  const trace: Trace = { ...held, partner, channel }
  const saidAt = needMoment(trace, input.at, context.now)
  if (saidAt !== null && channel === 'node') throw new ProofmarkError('trace_moment_wrong', { at: input.at ?? '' })
  const message = await messageNow(context, trace)
  const reason = [why ?? channel, despiteDuplicates].filter(Boolean).join(' · ').slice(0, 500)
  await moveParent(context, trace, reason)
  // One at a time: of two officers who send the same at once, the second is told of the first.
  await context.client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`sending ${trace.agency}`])
  await needNoDuplicate(context, trace, despiteDuplicates)
  const { intendedUse: uses, handling } = message
  await needOnward(context, trace)
  await needMayLeave(context, { partner, uses, handling, persons: false })
  await writeForm(context, trace, { version: trace.version + 1, partner, channel, form: trace.form, message })
  await writeSteps(context, trace, [
    ...steps.map((state) => ({ state, why: reason })),
    { state: 'sent', why: reason, saidAt },
  ])
  await keepFinding(context, trace, 'sent')
  const { reference } = message.requester
  const { country } = message.addressee
  const subjects = [trace.id, ...trace.records]
  await context.audit({ action: 'trace.sent', subjects, body: { channel, partner, country, reference } })
  if (channel === 'node')
    await handOver(context, { id: trace.id, partner, records: trace.records }, 'trace-request', message)
  return trace.id
}
