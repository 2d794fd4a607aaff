import type { TraceTerms } from '@proofmark/contract/schemas/trace-book'
import type { TraceClock, TracePriority, TraceState } from '@proofmark/contract/trace-words'
import { afterWorkingDays, workingDaysBetween } from './working-days.ts'

export type Terms = Omit<TraceTerms, 'partner'>

/**
 * Where no agreement says otherwise: an acknowledgement within two working days, an answer within twenty, an urgent one
 * the next (after DOMAIN, S6).
 */
export const DEFAULT_TERMS: Terms = {
  timeZone: 'UTC',
  freeDays: [6, 7],
  holidays: [],
  acknowledge: 2,
  answer: 20,
  urgentAcknowledge: 1,
  urgentAnswer: 1,
  remind: 2,
  escalate: 10,
}

/** One step of a request's way, with the moment at which it took effect. */
export interface Step {
  readonly state: TraceState
  readonly at: Date
}

export interface RunningClock {
  readonly clock: TraceClock
  readonly due: Date
  readonly over: boolean
  /** Working days that are over since it was due. */
  readonly late: number
}

const WAITING: ReadonlySet<TraceState> = new Set(['sent', 'acknowledged', 'information_supplied', 'delayed'])
/** From these the answer is awaited anew. */
const BEGINNING: ReadonlySet<TraceState> = new Set(['sent', 'information_supplied', 'delayed'])

/**
 * The deadlines that run for a request now, worked out of its steps alone: no timer holds them, so no restart loses one.
 * While more information is asked for, nothing runs against the answering side.
 */
export function clocksOf(
  steps: readonly Step[],
  priority: TracePriority,
  terms: Terms,
  now: Date,
): readonly RunningClock[] {
  const state = steps.at(-1)?.state
  if (state === undefined || !WAITING.has(state)) return []
  const begun = steps.findLast((step) => BEGINNING.has(step.state))
  if (!begun) return []
  const urgent = priority === 'urgent'
  const clock = (name: TraceClock, due: Date): RunningClock => ({
    clock: name,
    due,
    over: due <= now,
    late: due <= now ? workingDaysBetween(due, now, terms) : 0,
  })
  const acknowledge = afterWorkingDays(begun.at, urgent ? terms.urgentAcknowledge : terms.acknowledge, terms)
  const days = urgent ? terms.urgentAnswer : terms.answer
  return [
    ...(state === 'sent' ? [clock('acknowledge', acknowledge)] : []),
    clock('answer', afterWorkingDays(begun.at, days, terms)),
    clock('remind', afterWorkingDays(begun.at, days + terms.remind, terms)),
    clock('escalate', afterWorkingDays(begun.at, days + Math.max(terms.remind, terms.escalate), terms)),
  ]
}

/** Is the answer, or the acknowledgement, due and not there? */
export const isOverdue = (clocks: readonly RunningClock[]): boolean =>
  clocks.some(({ clock, over }) => over && (clock === 'acknowledge' || clock === 'answer'))
