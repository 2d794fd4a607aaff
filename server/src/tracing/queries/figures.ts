import { ASKERS } from '@proofmark/contract/route'
import type { traceFiguresRequest } from '@proofmark/contract/schemas/trace-shown'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { entersIndicator, hasFailed, standingClosings } from '../rules/requests/closing.ts'
import { byPartner, byRoute, type CountedTrace, pareto } from '../rules/requests/figures.ts'
import { closingsOf } from './trace-parts.ts'
import { sentTraces } from './traces.ts'

export interface Figures {
  readonly partners: ReturnType<typeof byPartner>
  readonly routes: ReturnType<typeof byRoute>
  readonly failures: ReturnType<typeof pareto>
  readonly closed: number
  readonly counted: number
}

/** What came of the requests that the reader’s agency sent in these days. Throws `role_needed`. */
export async function traceFigures(context: Context, days: z.output<typeof traceFiguresRequest>): Promise<Figures> {
  needRole(context.reader, ASKERS)
  const traces = await sentTraces(context, days)
  const closings = await closingsOf(
    context,
    traces.map(({ id }) => id),
  )
  const byTrace = Map.groupBy(closings, ({ trace }) => trace)
  const counted = traces.map((trace): CountedTrace => {
    const { stands } = standingClosings(trace.state === 'closed' ? (byTrace.get(trace.id) ?? []) : [])
    return {
      partner: trace.partner ?? trace.form.addressee.country ?? '–',
      role: trace.form.addressee.role,
      steps: trace.steps,
      failure: stands && hasFailed(stands) ? stands.failure : null,
      closed: stands !== null,
      traced: entersIndicator(stands),
    }
  })
  return {
    partners: byPartner(counted),
    routes: byRoute(counted),
    failures: pareto(counted.flatMap(({ failure }) => failure ?? [])),
    closed: counted.filter(({ closed }) => closed).length,
    counted: counted.filter(({ traced }) => traced).length,
  }
}
