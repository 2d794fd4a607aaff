import { ProofmarkError } from '@proofmark/contract/errors'
import { TRACERS } from '@proofmark/contract/route'
import type { traceTakeInRequest } from '@proofmark/contract/schemas/trace-desk'
import type { TraceRequestMessage } from '@proofmark/contract/schemas/trace-message'
import type { TraceChannel } from '@proofmark/contract/trace-words'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { recordId } from '../../records/rules/record-id.ts'
import { agencyOfMessage } from '../queries/agency-of-message.ts'
import { LIKELY, matchesOf } from '../queries/matches-of.ts'
import { traceOfAsker } from '../queries/traces.ts'
import { formOf } from '../rules/requests/message-of.ts'
import { keepMark } from './keep-mark.ts'
import { messageHash } from './take-reply.ts'
import { classOfOwn, needMoment, writeForm, writeRecords, writeSteps } from './write-trace.ts'

export type TakeInInput = Omit<z.output<typeof traceTakeInRequest>, 'grounds'>

/** Our identifier of a request that came: a partner’s own may be another’s too. */
export const incomingId = (secret: Buffer, partner: string, theirId: string): string =>
  recordId(secret, `trace ${partner}`, theirId)

export interface ArrivedRequest {
  readonly message: TraceRequestMessage
  readonly partner: string
  readonly channel: TraceChannel
  readonly saidAt: Date | null
}

/**
 * Takes in a request of another state or agency, matched on arrival against what the answering agency keeps. The same
 * request again changes nothing. Throws `trace_id_used` where it is another under the same identifier.
 */
export async function takeRequest(context: Context, arrived: ArrivedRequest): Promise<string> {
  const { client, query, reader, recordSecret, audit } = context
  const { message, partner, channel, saidAt } = arrived
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`trace of ${partner} ${message.id}`])
  const content = messageHash(recordSecret, message)
  const before = await traceOfAsker(context, partner, message.id)
  if (before?.contentHmac.equals(content)) return before.id
  if (before) throw new ProofmarkError('trace_id_used', { id: message.id })
  const agency =
    reader.agency?.id ?? (await agencyOfMessage(context, { partner, kind: 'trace-request', body: message }))
  if (agency === null) throw new ProofmarkError('role_needed', { role: TRACERS.join(', ') })
  const found = await matchesOf(context, message.firearm, agency)
  const records = found.own.filter(({ probability }) => probability >= LIKELY).map(({ record }) => record)
  const vis = await classOfOwn(context, agency)
  // The same request is the same, whoever takes it in: nothing is drawn by lot.
  const trace = { id: incomingId(recordSecret, partner, message.id), vis, records, steps: [] }
  await query
    .insertInto('trace_request')
    .values({
      id: trace.id,
      agency_id: agency,
      vis,
      direction: 'incoming',
      parent_id: null,
      records,
      asker: partner,
      their_id: message.id,
      content_hmac: content,
      opened_by: channel === 'node' ? null : reader.account,
    })
    .execute()
  await writeRecords(context, trace)
  await keepMark(context, { ...trace, agency }, message.firearm)
  await writeForm(context, trace, { version: 1, partner, channel, form: formOf(message), message, byPartner: true })
  await writeSteps(context, trace, [{ state: 'sent', why: null, saidAt, partner }])
  const body = { partner, channel, theirs: message.id }
  await audit({ action: 'trace.received', subjects: [trace.id, ...found.own.map(({ record }) => record)], body })
  return trace.id
}

/** Takes in a request that came as a file or on paper. Throws `role_needed`, `trace_id_used`, `trace_moment_wrong`. */
export async function takeIn(context: Context, { message, partner, channel, at }: TakeInInput): Promise<string> {
  needRole(context.reader, TRACERS)
  return takeRequest(context, { message, partner, channel, saidAt: needMoment({ steps: [] }, at, context.now) })
}
