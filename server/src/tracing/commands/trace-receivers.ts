import { ProofmarkError } from '@proofmark/contract/errors'
import type { MessageKind } from '@proofmark/contract/message-kinds'
import {
  traceAcknowledgementMessage,
  traceInformationMessage,
  traceInformationRequestMessage,
  traceReplyMessage,
  traceRequestMessage,
  traceWithdrawalMessage,
} from '@proofmark/contract/schemas/trace-message'
import type { TraceState } from '@proofmark/contract/trace-words'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { type Trace, traceOfAsker } from '../queries/traces.ts'
import { formOf } from '../rules/requests/message-of.ts'
import { mayMove, otherSide } from '../rules/requests/state-machine.ts'
import { takeRequest } from './take-in-request.ts'
import { takeReply } from './take-reply.ts'
import { holdTrace, writeForm, writeSteps } from './write-trace.ts'

/** A message of a partner’s node, authenticated and kept: its effect is taken in this transaction, once. */
export interface ReceivedMessage {
  readonly partner: string
  readonly message: string
  readonly body: unknown
  readonly sentAt: Date
}

export type TraceReceiver = (context: Context, received: ReceivedMessage) => Promise<void>

/** A partner’s word about itself in a step: it says something, and is kept as long as it says it. */
const said = (text: string | null): string | null => text?.trim().slice(0, 500) || null

/** Our own request of which a partner speaks. That of another partner is `not_found`, as one that there is not. */
async function ownTrace(context: Context, id: string, partner: string): Promise<Trace> {
  const trace = await holdTrace(context, id)
  if (trace.direction === 'outgoing' && trace.partner === partner) return trace
  throw new ProofmarkError('not_found', { what: id })
}

/** A partner’s own request, under its identifier. */
async function theirTrace(context: Context, id: string, partner: string): Promise<Trace> {
  const found = await traceOfAsker(context, partner, id)
  if (!found) throw new ProofmarkError('not_found', { what: id })
  return holdTrace(context, found.id)
}

async function step(context: Context, trace: Trace, state: TraceState, why: string | null, partner: string) {
  if (trace.state === state) return
  const entry = { action: 'trace.moved', subjects: [trace.id], body: { from: trace.state, to: state, why } } as const
  // What crossed on its way with an answer, or comes late, is no step back; the log has it.
  if (!mayMove(trace.state, state, otherSide(trace.direction))) {
    await context.audit({ ...entry, outcome: 'refused' })
    return
  }
  await writeSteps(context, trace, [{ state, why, partner }])
  await context.audit(entry)
}

const reading =
  <Schema extends z.ZodType>(
    schema: Schema,
    take: (context: Context, body: z.output<Schema>, received: ReceivedMessage) => Promise<void>,
  ): TraceReceiver =>
  (context, received) =>
    take(context, schema.parse(received.body), received)

/** What the messages of partners about traces do; each is called once for a message, in the name of the agency concerned. */
export const traceReceivers: Readonly<Record<Extract<MessageKind, `trace-${string}`>, TraceReceiver>> = {
  'trace-request': reading(traceRequestMessage, async (context, message, { partner }) => {
    await takeRequest(context, { message, partner, channel: 'node', saidAt: null })
  }),
  'trace-acknowledgement': reading(traceAcknowledgementMessage, async (context, { request, text }, { partner }) => {
    const trace = await ownTrace(context, request, partner)
    if (trace.state === 'sent') await step(context, trace, 'acknowledged', said(text), partner)
  }),
  'trace-information-request': reading(
    traceInformationRequestMessage,
    async (context, { request, text }, { partner }) =>
      step(context, await ownTrace(context, request, partner), 'information_requested', said(text), partner),
  ),
  'trace-information': reading(traceInformationMessage, async (context, { request, text, message }, { partner }) => {
    const trace = await theirTrace(context, request, partner)
    if (message.id !== trace.theirId) throw new ProofmarkError('trace_reply_foreign', { request: message.id })
    const form = formOf(message)
    const { version, channel } = trace
    await writeForm(context, trace, { version: version + 1, partner, channel, form, message, byPartner: true })
    await step(context, trace, 'information_supplied', said(text), partner)
  }),
  'trace-reply': reading(traceReplyMessage, async (context, message, { partner }) =>
    takeReply(context, await ownTrace(context, message.request, partner), { message, door: 'node', saidAt: null }),
  ),
  'trace-withdrawal': reading(traceWithdrawalMessage, async (context, { request, text }, { partner }) =>
    step(context, await theirTrace(context, request, partner), 'withdrawn', said(text), partner),
  ),
}
