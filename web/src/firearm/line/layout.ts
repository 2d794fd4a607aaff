import { type Labelled, type Place, placeLabels } from './labels.ts'
import type { DrawnEvent, Lanes } from './lanes.ts'
import { countRows, rowsFor, type Stretch } from './rows.ts'
import { type Tick, ticksOf } from './scale.ts'

/** What is written on the line, measured in pixels, in the order of the lanes' own lists. */
export interface Widths {
  readonly windows: readonly number[]
  readonly hands: readonly number[]
  readonly events: readonly number[]
  readonly state: readonly number[]
}

/** Where the name of a window stands: in which row, and whether it ends where it would begin, for want of room. */
export interface TextPlace {
  readonly row: number
  readonly side: 'after' | 'before'
}

/** A life on a line of so many pixels: which row each number and each text takes, so that nothing lies over another. */
export interface Layout {
  readonly ticks: readonly Tick[]
  readonly windows: readonly TextPlace[]
  readonly hands: readonly (Place | null)[]
  readonly state: readonly (Place | null)[]
  /** The row of each event's number, counted from the axis. */
  readonly rows: readonly number[]
  /** Null: the number alone. */
  readonly labels: readonly (Place | null)[]
}

/** The width of an event's number with its ring. */
const NUMBER_PX = 28
const TEXT_GAP = 10
/** Narrower than this, numbers stand alone and the table says the rest. */
export const LEAST_LABELLED_PX = 480
/** A sheet of A4 between its margins, without the column of the lanes' names. */
export const PRINTED_PX = 540

const pixels = (percent: number, line: number) => (percent / 100) * line

function stretchOfEvent({ at, extent }: DrawnEvent, line: number): Stretch {
  const middle = pixels(at, line)
  const start = Math.min(pixels(extent.start, line), middle - NUMBER_PX / 2)
  return { start, end: Math.max(pixels(extent.end, line), middle + NUMBER_PX / 2) }
}

function textsAt(starts: readonly number[], widths: readonly number[], line: number): TextPlace[] {
  const sides = starts.map((start, index) => {
    const width = widths[index] ?? 0
    return pixels(start, line) + width > line && pixels(start, line) > line / 2
      ? ('before' as const)
      : ('after' as const)
  })
  const rows = rowsFor(
    starts.map((start, index) => {
      const at = pixels(start, line)
      const width = widths[index] ?? 0
      return sides[index] === 'before' ? { start: at - width, end: at } : { start: at, end: at + width }
    }),
    TEXT_GAP,
  )
  return rows.map((row, index) => ({ row, side: sides[index]! }))
}

const labelsOf = (starts: readonly number[], widths: readonly number[], line: number): Labelled[] =>
  starts.map((start, index) => ({ at: pixels(start, line), width: widths[index] ?? 0 }))

/** Where the text of a bar begins: with what is proven, else with what is not seen. */
export const startOfSpan = ({ proven, unseen }: Lanes['hands'][number]): number => proven?.start ?? unseen?.start ?? 0

/** Lays the lanes out on a line of so many pixels. */
export function layoutOf(lanes: Lanes, widths: Widths, line: number): Layout {
  const labelled = labelsOf(
    lanes.events.map(({ at }) => at),
    widths.events,
    line,
  )
  return {
    ticks: ticksOf(lanes.scale, line),
    windows: textsAt(
      lanes.windows.map(({ extent }) => extent.start),
      widths.windows,
      line,
    ),
    hands: placeLabels(labelsOf(lanes.hands.map(startOfSpan), widths.hands, line), line),
    state: placeLabels(labelsOf(lanes.state.map(startOfSpan), widths.state, line), line),
    rows: rowsFor(
      lanes.events.map((event) => stretchOfEvent(event, line)),
      2,
    ),
    labels: line < LEAST_LABELLED_PX ? labelled.map(() => null) : placeLabels(labelled, line),
  }
}

/** How many rows each lane needs. */
export function heightsOf({ windows, hands, state, rows, labels }: Layout) {
  const levels = (places: Layout['labels']) => Math.max(0, ...places.map((place) => (place ? place.level + 1 : 0)))
  return {
    windows: windows.length === 0 ? 0 : countRows(windows.map(({ row }) => row)),
    hands: levels(hands),
    state: levels(state),
    events: countRows(rows),
    labels: levels(labels),
  }
}
