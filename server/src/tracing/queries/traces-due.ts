import type { Context } from '../../access/context.ts'
import { clocksOf, isNear, isOverdue, isToEscalate } from '../rules/requests/clocks.ts'
import { concernsReader, isToldOf } from '../rules/requests/concerned.ts'
import { termsByPartner } from './trace-book.ts'
import { openTraces } from './traces.ts'

/** How a deadline stands: it comes near, it has passed, or it has passed for so long that others are told. */
export type DueKind = 'near' | 'overdue' | 'escalated'

async function colleaguesOf({ query, reader }: Context): Promise<string[]> {
  const rows = await query
    .selectFrom('account')
    .select('name')
    .where('agency_id', '=', reader.agency?.id ?? null)
    .where('disabled_at', 'is', null)
    .execute()
  return rows.map(({ name }) => name)
}

/** How many requests of the reader's agency have a deadline of this kind that concerns the reader. */
export async function countTracesDue(context: Context, kind: DueKind): Promise<number> {
  const { reader, now } = context
  const open = await openTraces(context, {})
  if (open.length === 0) return 0
  const termsOf = await termsByPartner(
    context,
    open.map(({ partner }) => partner),
  )
  const colleagues = { reader, names: kind === 'escalated' ? await colleaguesOf(context) : [] }
  return open.filter((trace) => {
    const terms = termsOf(trace.partner)
    const clocks = clocksOf(trace.steps, trace.form.priority, terms, now)
    if (kind === 'escalated') return isToEscalate(clocks) && isToldOf(terms.escalateTo, colleagues)
    if (!concernsReader(trace, reader.account)) return false
    return kind === 'overdue' ? isOverdue(clocks) : isNear(clocks) && !isOverdue(clocks)
  }).length
}
