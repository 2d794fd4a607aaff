import type { LifeShow } from '@proofmark/contract/schemas/life'
import { type Extent, extentOf, type Scale, scaleOf } from './scale.ts'

type Span = LifeShow['custody'][number]

/** An event on the line: its number in the life, its interval, and where its number stands, in per cent. */
export interface DrawnEvent {
  readonly event: LifeShow['events'][number]
  readonly number: number
  readonly extent: Extent
  readonly at: number
}

/** Hands on the line: how far records prove them, and until what comes next. */
export interface DrawnSpan {
  readonly span: Span
  /** Null where no day of it is known. */
  readonly proven: Extent | null
  /** Since the last proof: not seen. */
  readonly unseen: Extent | null
  readonly working: boolean
}

export interface DrawnWindow {
  readonly diversion: LifeShow['diversions'][number]
  /** Its place among the windows of the life, counted from 0. */
  readonly index: number
  readonly extent: Extent
}

export interface DrawnGap {
  readonly gap: LifeShow['gaps'][number]
  readonly extent: Extent
}

/** Everything of a life that has a day, lane by lane. */
export interface Lanes {
  readonly scale: Scale
  readonly windows: readonly DrawnWindow[]
  readonly hands: readonly DrawnSpan[]
  readonly gaps: readonly DrawnGap[]
  readonly events: readonly DrawnEvent[]
  readonly state: readonly DrawnSpan[]
}

const OF_THE_STATE: ReadonlySet<string> = new Set(['state_stock', 'state_custody'])

/** The number of an event stands in the middle of its interval, or at the end that is known. */
function middleOf({ start, end, openStart, openEnd }: Extent): number {
  if (openStart) return end
  return openEnd ? start : (start + end) / 2
}

function unseenOf({ from, to, until }: Span, scale: Scale, gaps: LifeShow['gaps']): Extent | null {
  const seen = to ?? from
  // A gap says more of the same days: that nobody had it on record, not only that nobody saw it.
  const isGap = seen !== null && until !== null && gaps.some((gap) => gap.from >= seen && gap.to <= until)
  if (isGap || (seen === null && until === null)) return null
  const extent = extentOf(scale, seen, until)
  return extent.end > extent.start ? extent : null
}

function drawnSpan(span: Span, scale: Scale, gaps: LifeShow['gaps'], working: ReadonlySet<string>): DrawnSpan {
  const seen = span.to ?? span.from
  return {
    span,
    proven: seen === null ? null : extentOf(scale, span.from ?? seen, seen),
    unseen: unseenOf(span, scale, gaps),
    working: span.records.some(({ record }) => working.has(record)),
  }
}

/** Lays a life out in its lanes; null where no record of it bears a date. */
export function lanesOf({ events, custody, gaps, diversions }: LifeShow): Lanes | null {
  const dated = events.map((event, index) => ({ event, number: index + 1 }))
  const scale = scaleOf([
    ...events.flatMap(({ from, to }) => [from, to]),
    ...custody.flatMap(({ from, to, until }) => [from, to, until]),
    ...diversions.flatMap(({ from, to }) => [from, to]),
  ])
  if (!scale) return null
  const working = new Set(events.filter(({ link }) => link === 'working').map(({ record }) => record))
  const spans = custody.map((span) => drawnSpan(span, scale, gaps, working))
  return {
    scale,
    windows: diversions.map((diversion, index) => ({
      diversion,
      index,
      extent: extentOf(scale, diversion.from, diversion.to),
    })),
    hands: spans.filter(({ span }) => !OF_THE_STATE.has(span.custodian)),
    gaps: gaps.map((gap) => ({ gap, extent: extentOf(scale, gap.from, gap.to) })),
    events: dated
      .filter(({ event }) => event.from !== null || event.to !== null)
      .map(({ event, number }) => {
        const extent = extentOf(scale, event.from, event.to)
        return { event, number, extent, at: middleOf(extent) }
      }),
    state: spans.filter(({ span }) => OF_THE_STATE.has(span.custodian)),
  }
}
