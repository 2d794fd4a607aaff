export type Act = 'question' | 'operation'
export type Scope = 'account' | 'agency' | 'all'
export type Span = 'hour' | 'day'

/** How often may be asked, by whom, in a span. What docs/deconfliction.md says of enumeration rests on these. */
export const ASKING_LIMITS: Readonly<Record<Act, Readonly<Record<Scope, Readonly<Record<Span, number>>>>>> = {
  question: { account: { hour: 12, day: 40 }, agency: { hour: 60, day: 120 }, all: { hour: 200, day: 400 } },
  operation: { account: { hour: 6, day: 12 }, agency: { hour: 20, day: 40 }, all: { hour: 60, day: 120 } },
}

const SPAN_MS: Readonly<Record<Span, number>> = { hour: 3_600_000, day: 86_400_000 }

/** When the span began in which this moment lies, counted from midnight in UTC. */
export const spanBegin = (span: Span, now: Date): Date =>
  new Date(Math.floor(now.getTime() / SPAN_MS[span]) * SPAN_MS[span])

/** When the next span begins. */
export const spanEnd = (span: Span, now: Date): Date => new Date(spanBegin(span, now).getTime() + SPAN_MS[span])
