import type { Deadlines } from '@proofmark/contract/schemas/partner'
import type { TraceTerms } from '@proofmark/contract/schemas/trace-book'
import { TRACE_CLOCKS, type TraceClock, type TracePriority, type TraceState } from '@proofmark/contract/trace-words'
import { afterWorkingDays, type WorkingCalendar, workingDaysBetween } from './working-days.ts'

/** What an agreement says of time; all of it is counted from the sending. */
export type Terms = Pick<TraceTerms, 'deadlines' | 'calendar' | 'escalateTo'>
type Deadline = NonNullable<Deadlines[TraceClock]>

const workingDays = (amount: number): Deadline => ({ amount, unit: 'working_days' })
const hours = (amount: number): Deadline => ({ amount, unit: 'hours' })

/**
 * Where no agreement says otherwise: an acknowledgement within two working days, an answer within twenty, an urgent one
 * within eight hours (after DOMAIN, S6). What has had no answer for sixty working days, urgent for twenty, expires.
 */
export const DEFAULT_TERMS = {
  deadlines: {
    routine: {
      acknowledge: workingDays(2),
      answer: workingDays(20),
      remind: workingDays(22),
      escalate: workingDays(30),
      expire: workingDays(60),
    },
    urgent: {
      acknowledge: hours(4),
      answer: hours(8),
      remind: workingDays(1),
      escalate: workingDays(2),
      expire: workingDays(20),
    },
  },
  calendar: { timeZone: 'UTC', workingDays: [1, 2, 3, 4, 5], holidays: [] },
} as const satisfies Terms

const HOUR_MS = 3_600_000

/** Hours and days go by at all times; a working day is over when it is over there. */
export function dueAfter(moment: Date, { amount, unit }: Deadline, calendar: WorkingCalendar): Date {
  if (unit === 'working_days') return afterWorkingDays(moment, amount, calendar)
  return new Date(moment.getTime() + amount * HOUR_MS * (unit === 'days' ? 24 : 1))
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
  /** Working days that are left until then, the day that has begun among them. */
  readonly left: number
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
  const { calendar, deadlines } = terms
  const running = TRACE_CLOCKS.filter((clock) => clock !== 'acknowledge' || state === 'sent')
  return running.map((clock) => {
    const deadline = deadlines[priority][clock] ?? DEFAULT_TERMS.deadlines[priority][clock]
    const due = dueAfter(begun.at, deadline, calendar)
    const over = due <= now
    const late = workingDaysBetween(due, now, calendar)
    return { clock, due, over, late, left: workingDaysBetween(now, due, calendar) }
  })
}

/** Is the answer, or the acknowledgement, due and not there? */
export const isOverdue = (clocks: readonly RunningClock[]): boolean =>
  clocks.some(({ clock, over }) => over && (clock === 'acknowledge' || clock === 'answer'))

const isOver = (clocks: readonly RunningClock[], sought: TraceClock): boolean =>
  clocks.some(({ clock, over }) => over && clock === sought)

/** Has it had no answer for so long that whoever the agreement names is told? */
export const isToEscalate = (clocks: readonly RunningClock[]): boolean => isOver(clocks, 'escalate')

/** Has it had no answer for so long that it is at its end? */
export const hasExpired = (clocks: readonly RunningClock[]): boolean => isOver(clocks, 'expire')

/** How many working days before it is due a deadline comes near. */
const NEAR_DAYS = 2
const TO_COME: ReadonlySet<TraceClock> = new Set(['acknowledge', 'answer', 'expire'])

/** Is something due within two working days: the acknowledgement, the answer, or the end of the request? */
export const isNear = (clocks: readonly RunningClock[]): boolean =>
  clocks.some(({ clock, over, left }) => TO_COME.has(clock) && !over && left <= NEAR_DAYS)
