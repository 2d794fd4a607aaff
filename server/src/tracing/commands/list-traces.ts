import { ASKERS } from '@proofmark/contract/route'
import type { traceListRequest } from '@proofmark/contract/schemas/trace-desk'
import type { BoardList } from '@proofmark/contract/trace-words'
import { BOARD_LISTS } from '@proofmark/contract/trace-words'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { termsByPartner } from '../queries/trace-book.ts'
import { endedTraces, openTraces, type Trace } from '../queries/traces.ts'
import { dueFirst, listsOf } from '../rules/requests/board.ts'
import { clocksOf, type RunningClock } from '../rules/requests/clocks.ts'

export type ListInput = Omit<z.output<typeof traceListRequest>, 'grounds'>

export interface BoardTrace extends Trace {
  readonly clocks: readonly RunningClock[]
}

export interface Board {
  readonly traces: readonly BoardTrace[]
  readonly counts: Readonly<Record<BoardList, number>>
  readonly more: boolean
  readonly reader: string
}

/** The requests of the reader’s agency, by list, those that are due first. Seeing them is an entry of the log. Throws `role_needed`. */
export async function listTraces(context: Context, input: ListInput): Promise<Board> {
  const { reader, now, audit } = context
  needRole(reader, ASKERS)
  const { list, after, limit } = input
  const found = await openTraces(context, input)
  const terms = await termsByPartner(
    context,
    found.map(({ partner }) => partner),
  )
  const open = found
    .map((trace) => ({ ...trace, clocks: clocksOf(trace.steps, trace.form.priority, terms(trace.partner), now) }))
    .sort(dueFirst)
  const byList = new Map(open.map((trace) => [trace.id, listsOf(trace, reader.account)]))
  const ended = await endedTraces(context, input, list === 'closed' ? after : 0, limit)
  const counts = Object.fromEntries(
    BOARD_LISTS.map((each) => [each, open.filter(({ id }) => byList.get(id)?.includes(each)).length]),
  ) as Record<BoardList, number>
  const listed = list === undefined ? open : open.filter(({ id }) => byList.get(id)?.includes(list))
  const page =
    list === 'closed' ? ended.traces.map((trace) => ({ ...trace, clocks: [] })) : listed.slice(after, after + limit)
  const all = list === 'closed' ? ended.count : listed.length
  await audit({ action: 'traces.listed', subjects: page.map(({ id }) => id), body: { list: list ?? null } })
  return {
    traces: page,
    counts: { ...counts, closed: ended.count },
    more: after + page.length < all,
    reader: reader.account,
  }
}
