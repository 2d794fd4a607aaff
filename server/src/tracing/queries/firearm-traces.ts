import { ASKERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { clocksOf, type RunningClock } from '../rules/requests/clocks.ts'
import { termsByPartner } from './trace-book.ts'
import { type Trace, tracesAbout } from './traces.ts'

/** A request about a firearm, with what is due next: what has passed first. */
export interface FirearmTrace {
  readonly trace: Trace
  readonly due: RunningClock | null
}

/** The requests about any of these records, the last first; none for whoever may not see requests. */
export async function firearmTraces(context: Context, records: readonly string[]): Promise<FirearmTrace[]> {
  const { reader, now } = context
  if (!reader.installer && !reader.roles.some((role) => (ASKERS as readonly string[]).includes(role))) return []
  const traces = await tracesAbout(context, records)
  const termsOf = await termsByPartner(
    context,
    traces.map(({ partner }) => partner),
  )
  return traces.map((trace) => {
    const clocks = clocksOf(trace.steps, trace.form.priority, termsOf(trace.partner), now)
    return { trace, due: clocks.find(({ over }) => over) ?? clocks[0] ?? null }
  })
}
