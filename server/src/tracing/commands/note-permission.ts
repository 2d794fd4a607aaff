import { ProofmarkError } from '@proofmark/contract/errors'
import { TRACERS } from '@proofmark/contract/route'
import type { tracePermitRequest } from '@proofmark/contract/schemas/trace-desk'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { formsOf, repliesOf } from '../queries/trace-parts.ts'
import type { Trace } from '../queries/traces.ts'
import { holdTrace } from './write-trace.ts'

export type PermitInput = Omit<z.output<typeof tracePermitRequest>, 'grounds'>

/** The message that is meant, of those that left or came; where none is named, what the other side said last. */
async function messageMeant(context: Context, trace: Trace, named: string | undefined): Promise<string> {
  const request = (await formsOf(context, trace.id)).findLast(({ message }) => message !== null)?.message ?? null
  const replies = await repliesOf(context, trace.id)
  const known = [...(request ? [request.id] : []), ...replies.map(({ id }) => id)]
  const theirs = trace.direction === 'incoming' ? request?.id : replies.at(-1)?.id
  const meant = named?.toLowerCase() ?? theirs
  if (meant === undefined || !known.includes(meant)) throw new ProofmarkError('not_found', { what: named ?? trace.id })
  return meant
}

/**
 * Notes what the originator of a message permits beyond its codes, or permits no more. The message stays as it was; what is
 * noted last counts. Throws `role_needed`, `not_found`, and `trace_moment_wrong` for a day that is yet to come.
 */
export async function notePermission(context: Context, input: PermitInput): Promise<string> {
  const { query, reader, now, audit } = context
  needRole(reader, TRACERS)
  const { audience, permitted, givenBy, givenOn, until, reference } = input
  const trace = await holdTrace(context, input.trace)
  const message = await messageMeant(context, trace, input.message)
  if (givenOn > now.toISOString().slice(0, 10) || (until !== null && until < givenOn))
    throw new ProofmarkError('trace_moment_wrong', { at: until !== null && until < givenOn ? until : givenOn })
  const { before } = await query
    .selectFrom('trace_permission')
    .select(({ fn }) => fn.countAll<string>().as('before'))
    .where('request_id', '=', trace.id)
    .where('message', '=', message)
    .where('audience', '=', audience)
    .executeTakeFirstOrThrow()
  await query
    .insertInto('trace_permission')
    .values({
      ...{ request_id: trace.id, message, audience, number: Number(before) + 1, vis: trace.vis },
      ...{ permitted, given_by: givenBy, given_on: givenOn, until, reference, noted_by: reader.account },
    })
    .execute()
  const body = { message, audience, permitted, givenBy, givenOn, reference }
  await audit({ action: 'trace.permission_noted', subjects: [trace.id], body })
  return trace.id
}
