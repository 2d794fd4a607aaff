import { TRACERS } from '@proofmark/contract/route'
import type { traceReceiveRequest } from '@proofmark/contract/schemas/trace-desk'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { takeReply } from './take-reply.ts'
import { holdTrace, needMoment } from './write-trace.ts'

export type ReceiveInput = Omit<z.output<typeof traceReceiveRequest>, 'grounds'>

/** Takes in a reply by hand or out of a file. Throws what `takeReply` throws, `role_needed`, `not_found`, `trace_moment_wrong`. */
export async function receiveReply(context: Context, { trace: id, message, door, at }: ReceiveInput): Promise<string> {
  needRole(context.reader, TRACERS)
  const trace = await holdTrace(context, id)
  await takeReply(context, trace, { message, door, saidAt: needMoment(trace, at, context.now) })
  return trace.id
}
