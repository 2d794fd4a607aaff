import type { Context } from '../../access/context.ts'
import { termsByPartner } from '../queries/trace-book.ts'
import { openTraces, type Trace } from '../queries/traces.ts'
import { clocksOf, hasExpired, type RunningClock } from '../rules/requests/clocks.ts'
import { holdTrace, writeSteps } from './write-trace.ts'

/** The deadlines of the agency's own requests; that of another state is for that state to give up. */
async function clocksOfOwn(context: Context, traces: readonly Trace[]) {
  const termsOf = await termsByPartner(
    context,
    traces.map(({ partner }) => partner),
  )
  return (trace: Trace): readonly RunningClock[] =>
    trace.direction === 'outgoing'
      ? clocksOf(trace.steps, trace.form.priority, termsOf(trace.partner), context.now)
      : []
}

/**
 * Lets the reader's agency's requests expire that had no answer within the term of their agreement, each once however often
 * or by how many this is done. The step says from which day on. Answers the requests; each may be reopened.
 */
export async function expireTraces(context: Context): Promise<string[]> {
  const open = await openTraces(context, {})
  const clocks = await clocksOfOwn(context, open)
  const expired: string[] = []
  for (const { id } of open.filter((trace) => hasExpired(clocks(trace)))) {
    const trace = await holdTrace(context, id)
    // While the turn was waited for, an answer may have come, or another have let it expire.
    const end = clocks(trace).find(({ clock }) => clock === 'expire')
    if (!end?.over) continue
    const why = `${trace.partner ?? trace.channel} · ${end.due.toISOString().slice(0, 10)}`
    await writeSteps(context, trace, [{ state: 'expired', why }])
    await context.audit({ action: 'trace.moved', subjects: [id], body: { from: trace.state, to: 'expired', why } })
    expired.push(id)
  }
  return expired
}
