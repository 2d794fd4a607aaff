import { ProofmarkError } from '@proofmark/contract/errors'
import { TRACERS } from '@proofmark/contract/route'
import type { traceAnswerRequest } from '@proofmark/contract/schemas/trace-desk'
import { TRACE_FORM, traceReplyMessage } from '@proofmark/contract/schemas/trace-message'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { repliesOf } from '../queries/trace-parts.ts'
import type { Trace } from '../queries/traces.ts'
import { namesPerson } from '../rules/requests/names-person.ts'
import { stateOfReply } from '../rules/requests/state-machine.ts'
import { handOver, needMayLeave } from './hand-over.ts'
import { messageHash, needReason } from './take-reply.ts'
import { holdTrace, needMoment, needMove, writeSteps } from './write-trace.ts'

export type AnswerInput = Omit<z.output<typeof traceAnswerRequest>, 'grounds'>

/** Whoever permits the use in court of our own answer is, where nobody is named, our agency today. */
function ourCourtUse({ courtUse: { permitted, on, by } }: AnswerInput['reply'], { agencyName }: Trace, now: Date) {
  if (!permitted) return { permitted, on: null, by: null }
  return { permitted, on: on ?? now.toISOString().slice(0, 10), by: by ?? agencyName.slice(0, 120) }
}

/**
 * Answers an incoming request: in full, in part, that nothing is on record, or that it is refused or delayed and why. The
 * agreement decides what may leave. The same answer again changes nothing. Throws `role_needed`, `not_found`,
 * `trace_move_refused`, `trace_reason_needed`, `trace_id_used`, `trace_moment_wrong`, `agreement_forbids`.
 */
export async function answerTrace(context: Context, input: AnswerInput): Promise<string> {
  const { query, reader, recordSecret, now, audit } = context
  needRole(reader, TRACERS)
  const trace = await holdTrace(context, input.trace)
  if (trace.direction !== 'incoming' || trace.theirId === null)
    throw new ProofmarkError('trace_move_refused', {
      state: trace.state,
      to: stateOfReply(input.reply.kind),
      accepted: '–',
    })
  const content = messageHash(recordSecret, input.reply)
  const before = await repliesOf(context, trace.id)
  const known = before.find(({ id }) => id === input.id.toLowerCase())
  if (known?.contentHmac.equals(content)) return trace.id
  if (known) throw new ProofmarkError('trace_id_used', { id: input.id })
  needReason(input.reply)
  const state = stateOfReply(input.reply.kind)
  needMove(trace, state, 'answerer')
  const saidAt = needMoment(trace, input.at, now)
  const message = traceReplyMessage.parse({
    ...input.reply,
    courtUse: ourCourtUse(input.reply, trace, now),
    form: TRACE_FORM,
    what: 'trace-reply',
    id: input.id.toLowerCase(),
    request: trace.theirId,
    repliedAt: now.toISOString(),
  })
  const { handling, kind, reason } = message
  await needMayLeave(context, { partner: trace.asker, uses: [], handling, persons: namesPerson(message) })
  await query
    .insertInto('trace_reply')
    .values({
      request_id: trace.id,
      id: message.id,
      number: before.length + 1,
      vis: trace.vis,
      door: 'own',
      message: JSON.stringify(message),
      content_hmac: content,
      records: [],
      said_at: saidAt,
      received_by: reader.account,
    })
    .execute()
  await writeSteps(context, trace, [{ state, why: input.why ?? reason, saidAt }])
  await audit({
    action: 'trace.answered',
    subjects: [trace.id, ...trace.records],
    body: { partner: trace.asker, kind, reason },
  })
  if (trace.channel === 'node' && trace.asker !== null)
    await handOver(context, { id: trace.theirId, partner: trace.asker, records: trace.records }, 'trace-reply', message)
  return trace.id
}
