import type { AddresseeRole, FailureCode, TraceState } from '@proofmark/contract/trace-words'
import type { Step } from './clocks.ts'
import { isAnswered } from './state-machine.ts'

/** One request that was sent, as far as it is counted. */
export interface CountedTrace {
  readonly partner: string
  readonly role: AddresseeRole | null
  readonly steps: readonly Step[]
  readonly failure: FailureCode | null
  readonly closed: boolean
  /** Counts as traced, and a second person approved it. */
  readonly traced: boolean
}

const DAY_MS = 86_400_000
const firstOf = (steps: readonly Step[], is: (state: TraceState) => boolean): Step | undefined =>
  steps.find(({ state }) => is(state))

/** The middle one, or the mean of the two in the middle; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other)
  const half = sorted.length / 2
  if (sorted.length === 0) return null
  return Number.isInteger(half) ? (sorted[half - 1]! + sorted[half]!) / 2 : sorted[Math.floor(half)]!
}

function daysToAnswer({ steps }: CountedTrace): number[] {
  const sent = firstOf(steps, (state) => state === 'sent')
  const answered = firstOf(steps, isAnswered)
  return sent && answered ? [Math.max(0, Math.floor((answered.at.getTime() - sent.at.getTime()) / DAY_MS))] : []
}

const isAcknowledged = ({ steps }: CountedTrace): boolean =>
  steps.some(({ state }) => ['acknowledged', 'information_requested', 'delayed'].includes(state) || isAnswered(state))
const hasAnswer = ({ steps }: CountedTrace): boolean => steps.some(({ state }) => isAnswered(state))

/** By partner, by name: what was sent, acknowledged, answered, refused, and how long an answer took. */
export const byPartner = (traces: readonly CountedTrace[]) =>
  [...Map.groupBy(traces, ({ partner }) => partner)]
    .map(([partner, of]) => ({
      partner,
      sent: of.length,
      acknowledged: of.filter(isAcknowledged).length,
      answered: of.filter(hasAnswer).length,
      medianDays: median(of.flatMap(daysToAnswer)),
      refused: of.filter(({ steps }) => steps.some(({ state }) => state === 'refused')).length,
    }))
    .sort((one, other) => (one.partner < other.partner ? -1 : 1))

/** By what the addressed state was asked as. */
export function byRoute(traces: readonly CountedTrace[]) {
  const named = traces.flatMap((trace) => (trace.role === null ? [] : [{ ...trace, role: trace.role }]))
  return [...Map.groupBy(named, ({ role }) => role)]
    .map(([role, of]) => ({
      role,
      of: of.length,
      answered: of.filter(hasAnswer).length,
      traced: of.filter(({ traced }) => traced).length,
    }))
    .sort((one, other) => other.of - one.of || (one.role < other.role ? -1 : 1))
}

/** Causes of failure, the commonest first, each with the share of all up to it. */
export function pareto(failures: readonly FailureCode[]) {
  const counted = [...Map.groupBy(failures, (code) => code)]
    .map(([code, of]) => ({ code, traces: of.length }))
    .sort((one, other) => other.traces - one.traces || Number(one.code.slice(1)) - Number(other.code.slice(1)))
  let sum = 0
  return counted.map((each) => {
    sum += each.traces
    return { ...each, upTo: sum / failures.length }
  })
}
