import { type Shape, shapeOf } from '../shape.ts'
import { type Labelled, type Line, type Place, placeLabels } from './labels.ts'
import type { DrawnEvent, Lanes } from './lanes.ts'
import { countRows, rowsFor } from './rows.ts'
import { type Tick, ticksOf } from './scale.ts'
import { type Sign, signsFor } from './signs.ts'

/** What is written on the line, measured in pixels, in the order of the lanes' own lists. */
export interface Widths {
  readonly windows: readonly number[]
  readonly hands: readonly number[]
  readonly events: readonly number[]
  readonly state: readonly number[]
  /** Of the sign that some events share, by their places among the events. */
  readonly sign: (places: readonly number[]) => number
}

/** Where the name of a window stands: in which row, where it begins, in per cent, and whether its band holds it. */
export interface TextPlace {
  readonly row: number
  readonly start: number
  readonly isHeld: boolean
}

/** A life on a line of so many pixels: which row each sign and each text takes, so that nothing lies over another. */
export interface Layout {
  readonly ticks: readonly Tick[]
  readonly windows: readonly TextPlace[]
  readonly hands: readonly (Place | null)[]
  readonly state: readonly (Place | null)[]
  /** What is drawn of the events, in order along the line; where a sign stands, in per cent. */
  readonly signs: readonly Sign[]
  /** By event. Null: the number alone. */
  readonly labels: readonly (Place | null)[]
}

/** How a life is to be drawn. */
export interface Drawing {
  /** Of the line, in pixels. */
  readonly length: number
  /** Numbers alone, on two levels: there is no room for labels, and the table says the rest. */
  readonly narrow: boolean
}

/** The width of an event's number with its ring. */
export const NUMBER_PX = 28
const TEXT_GAP = 10
/** A sheet of A4 between its margins, without the column of the lanes' names. */
export const PRINTED: Drawing = { length: 540, narrow: false }

/** Which events are named first where not all can be. */
const WEIGHTS: Readonly<Record<Shape, number>> = { departure: 2, contradiction: 2, recovery: 1, sighting: 0, record: 0 }

const ROWS = { narrow: 2, wide: 3 } as const

const pixels = (percent: number, line: number) => (percent / 100) * line

/** Texts that begin where they are to begin, or as much earlier as the line is too short for them. */
function namesOf(windows: Lanes['windows'], widths: readonly number[], line: number): TextPlace[] {
  const stretches = windows.map(({ extent }, index) => {
    const width = widths[index] ?? 0
    const at = Math.max(0, Math.min(pixels(extent.start, line), line - width))
    return { start: at, end: at + width }
  })
  return rowsFor(stretches, TEXT_GAP).map((row, index) => {
    const { start, end } = stretches[index]!
    const { extent } = windows[index]!
    const isHeld = start >= pixels(extent.start, line) && end <= pixels(extent.end, line)
    return { row, start: (start / line) * 100, isHeld }
  })
}

const labelsOf = (starts: readonly number[], widths: readonly number[], line: number): Labelled[] =>
  starts.map((start, index) => ({ at: pixels(start, line), width: widths[index] ?? 0 }))

/** Where the text of a bar begins: with what is proven, else with what is not seen. */
export const startOfSpan = ({ proven, unseen }: Lanes['hands'][number]): number => proven?.start ?? unseen?.start ?? 0

function signsOf(events: readonly DrawnEvent[], widthOf: Widths['sign'], { length, narrow }: Drawing): Sign[] {
  const drawable = events.map(({ at, extent }) => ({
    at: pixels(at, length),
    interval: { start: pixels(extent.start, length), end: pixels(extent.end, length) },
  }))
  const width = (places: readonly number[]) => (places.length === 1 ? NUMBER_PX : widthOf(places))
  const signs = signsFor(drawable, length, narrow ? ROWS.narrow : ROWS.wide, width)
  return signs.map((sign) => ({ ...sign, at: (sign.at / length) * 100 }))
}

/** Labels of those events that have a sign of their own. */
function eventLabels({ events }: Lanes, widths: Widths, signs: readonly Sign[], line: Line): (Place | null)[] {
  const alone = signs.flatMap(({ places }) => (places.length === 1 ? places : []))
  const labelled = alone.map((place) => ({
    at: pixels(events[place]!.at, line.length),
    width: widths.events[place] ?? 0,
    weight: WEIGHTS[shapeOf(events[place]!.event)],
  }))
  const found = new Map(placeLabels(labelled, line).map((place, index) => [alone[index]!, place]))
  return events.map((_, place) => found.get(place) ?? null)
}

/** Lays the lanes out on a line of so many pixels. */
export function layoutOf(lanes: Lanes, widths: Widths, drawing: Drawing): Layout {
  const { length, narrow } = drawing
  const edges = lanes.windows.flatMap(({ extent: { start, end, openStart, openEnd } }) => [
    ...(openStart ? [] : [pixels(start, length)]),
    ...(openEnd ? [] : [pixels(end, length)]),
  ])
  const line = { length, edges }
  const signs = signsOf(lanes.events, widths.sign, drawing)
  return {
    ticks: ticksOf(lanes.scale, length),
    windows: namesOf(lanes.windows, widths.windows, length),
    hands: placeLabels(labelsOf(lanes.hands.map(startOfSpan), widths.hands, length), line),
    state: placeLabels(labelsOf(lanes.state.map(startOfSpan), widths.state, length), line),
    signs,
    labels: narrow ? lanes.events.map(() => null) : eventLabels(lanes, widths, signs, line),
  }
}

/** How many rows each lane needs. */
export function heightsOf({ windows, hands, state, signs, labels }: Layout) {
  const levels = (places: Layout['labels']) => Math.max(0, ...places.map((place) => (place ? place.level + 1 : 0)))
  return {
    windows: windows.length === 0 ? 0 : countRows(windows.map(({ row }) => row)),
    hands: levels(hands),
    state: levels(state),
    events: countRows(signs.map(({ row }) => row)),
    labels: levels(labels),
  }
}
