import { ProofmarkError } from '@proofmark/contract/errors'
import type { MessageKind } from '@proofmark/contract/message-kinds'
import { TRACERS } from '@proofmark/contract/route'
import type { traceMoveRequest } from '@proofmark/contract/schemas/trace-desk'
import { TRACE_FORM } from '@proofmark/contract/schemas/trace-message'
import type { TraceState } from '@proofmark/contract/trace-words'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { ownCountry } from '../../records/queries/own-country.ts'
import { termsByPartner } from '../queries/trace-book.ts'
import type { Trace } from '../queries/traces.ts'
import { clocksOf, isOverdue } from '../rules/requests/clocks.ts'
import { completenessOf } from '../rules/requests/completeness.ts'
import { messageOf } from '../rules/requests/message-of.ts'
import { mayMove, movesOf, otherSide, ownSide } from '../rules/requests/state-machine.ts'
import { handOver } from './hand-over.ts'
import { holdTrace, needMoment, writeForm, writeSteps } from './write-trace.ts'

export type MoveInput = Omit<z.output<typeof traceMoveRequest>, 'grounds'>

/** Throws `trace_incomplete` where something mandatory is missing. */
export async function needComplete(context: Context, { form, channel, agency }: Trace): Promise<void> {
  const home = await ownCountry(context, agency)
  const { mayLeave, missing } = completenessOf(form, { foreign: channel !== 'internal', home })
  if (mayLeave) return
  const needs = missing.filter(({ mandatory }) => mandatory).map(({ need }) => need)
  throw new ProofmarkError('trace_incomplete', { missing: needs.join(', ') })
}

/** The moves that a person may make or, where no software reaches the partner, write down for it. */
export function openMoves({ state, direction, channel }: Pick<Trace, 'state' | 'direction' | 'channel'>): TraceState[] {
  const own = movesOf(state, ownSide(direction))
  const theirs = channel === 'node' ? [] : movesOf(state, otherSide(direction))
  return [...new Set([...own, ...theirs])]
}

function needOpenMove(trace: Trace, to: TraceState): void {
  if (openMoves(trace).includes(to)) return
  throw new ProofmarkError('trace_move_refused', {
    state: trace.state,
    to,
    accepted: openMoves(trace).join(', ') || '–',
  })
}

/** A request does not expire before its answer is due. Throws `trace_move_refused`. */
async function needOverdue(context: Context, trace: Trace): Promise<void> {
  const terms = (await termsByPartner(context, [trace.partner]))(trace.partner)
  if (isOverdue(clocksOf(trace.steps, trace.form.priority, terms, context.now))) return
  throw new ProofmarkError('trace_move_refused', {
    state: trace.state,
    to: 'expired',
    accepted: openMoves(trace)
      .filter((each) => each !== 'expired')
      .join(', '),
  })
}

const TELLING: Readonly<Partial<Record<TraceState, MessageKind>>> = {
  acknowledged: 'trace-acknowledgement',
  information_requested: 'trace-information-request',
  withdrawn: 'trace-withdrawal',
}

/** Tells the partner’s node of a move that it has to know of. */
async function tell(context: Context, trace: Trace, to: TraceState, why: string): Promise<void> {
  const left = trace.steps.some(({ state }) => state === 'sent')
  if (trace.channel !== 'node' || trace.partner === null || !left) return
  if (!mayMove(trace.state, to, ownSide(trace.direction))) return
  const request = trace.theirId ?? trace.id
  const about = { id: request, partner: trace.partner, records: trace.records }
  const notice = { form: TRACE_FORM, request, at: context.now.toISOString(), text: why }
  if (to === 'information_supplied') {
    const message = await messageNow(context, trace)
    await writeForm(context, trace, { ...trace, version: trace.version + 1, message })
    return handOver(context, about, 'trace-information', { ...notice, what: 'trace-information', message })
  }
  const kind = TELLING[to]
  if (!kind) return
  const own = to === 'acknowledged' ? { reference: trace.id, handling: trace.form.handling } : {}
  return handOver(context, about, kind, { ...notice, ...own, what: kind })
}

/** The message of the form as it stands. Throws `trace_incomplete`, also where it is not known whose state asks. */
export async function messageNow(context: Context, trace: Trace) {
  await needComplete(context, trace)
  const home = await ownCountry(context, trace.agency)
  if (home === null) throw new ProofmarkError('trace_incomplete', { missing: 'PROOFMARK_COUNTRY' })
  return messageOf(trace.form, trace, home, context.now)
}

/**
 * Moves a request on, with author, time and reason. Throws `role_needed`, `not_found`, `trace_move_refused`,
 * `trace_incomplete`, `trace_moment_wrong`.
 */
export async function moveTrace(context: Context, input: MoveInput): Promise<string> {
  needRole(context.reader, TRACERS)
  const { to, why } = input
  const trace = await holdTrace(context, input.trace)
  needOpenMove(trace, to)
  const saidAt = needMoment(trace, input.at, context.now)
  if (to === 'validated' || to === 'foreign_prepared') await needComplete(context, trace)
  if (to === 'expired') await needOverdue(context, trace)
  await writeSteps(context, trace, [{ state: to, why, saidAt }])
  await tell(context, trace, to, why)
  await context.audit({ action: 'trace.moved', subjects: [trace.id], body: { from: trace.state, to, why } })
  return trace.id
}
