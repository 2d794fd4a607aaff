import { ASKERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type TraceView, traceView } from '../queries/trace-view.ts'
import { needTrace } from './write-trace.ts'

/** A request whole. Seeing it is an entry of the log. Throws `role_needed`, `not_found`. */
export async function showTrace(context: Context, id: string): Promise<TraceView> {
  needRole(context.reader, ASKERS)
  const view = await traceView(context, await needTrace(context, id))
  const subjects = [view.trace.id, ...view.named.map(({ record }) => record)]
  await context.audit({ action: 'trace.shown', subjects })
  return view
}

/** What a command about a request answers: the request as it stands after it. */
export const afterwards =
  <Input>(command: (context: Context, input: Input) => Promise<string>) =>
  async (context: Context, input: Input): Promise<TraceView> =>
    traceView(context, await needTrace(context, await command(context, input)))
