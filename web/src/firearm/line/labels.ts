/** An event that would like a label under it: where its stem stands and how wide the label is, in pixels. */
export interface Labelled {
  readonly at: number
  readonly width: number
  /** Those that say most get their place first; 0 where nothing is said. */
  readonly weight?: number
}

/** Where a label stands: on which level under its event, beginning at its stem or ending at it. */
export interface Place {
  readonly level: number
  readonly side: 'after' | 'before'
}

interface Placed extends Place {
  readonly at: number
  readonly start: number
  readonly end: number
}

/** The line on which labels are placed, in pixels. */
export interface Line {
  readonly length: number
  /** What runs through all levels, such as the edges of a window: crossed only where there is no other room. */
  readonly edges?: readonly number[]
}

const LEVELS = 3
const GAP = 8

function stretchOf({ at, width }: Labelled, side: Place['side']) {
  return side === 'after' ? { start: at, end: at + width } : { start: at - width, end: at }
}

/** Does a label fit beside those that stand: over none, across no stem, and with no label across its own stem? */
function fits(label: Placed, placed: readonly Placed[], { length }: Line): boolean {
  if (label.start < 0 || label.end > length) return false
  return placed.every((other) => {
    const over = label.start < other.end + GAP && other.start < label.end + GAP
    if (label.level === other.level && over) return false
    const across = other.level > label.level && other.at > label.start - GAP / 2 && other.at < label.end + GAP
    const underneath = label.level > other.level && label.at > other.start - GAP / 2 && label.at < other.end + GAP / 2
    return !across && !underneath
  })
}

/** Does an edge run through the label? One at its own stem does not. */
const isCut = ({ at, start, end }: Placed, { edges = [] }: Line): boolean =>
  edges.some((edge) => edge > start && edge < end && Math.abs(edge - at) > 1)

/**
 * Places the labels of events on a line, by event. Those that weigh most first, then from the last to the first, each on
 * the highest of three levels on which it crosses nothing, at its stem or before it; where it would cross on all of them
 * the number alone stays, and its place is null.
 */
export function placeLabels(events: readonly Labelled[], line: Line): (Place | null)[] {
  const placed: Placed[] = []
  const places: (Place | null)[] = events.map(() => null)
  const weightOf = (index: number) => events[index]!.weight ?? 0
  const order = events
    .map((_, index) => index)
    .sort((one, other) => weightOf(other) - weightOf(one) || events[other]!.at - events[one]!.at)
  for (const index of order) {
    const event = events[index]!
    const candidates = Array.from({ length: LEVELS }, (_, level) => level).flatMap((level) =>
      (['after', 'before'] as const).map((side): Placed => ({ level, side, at: event.at, ...stretchOf(event, side) })),
    )
    const fitting = candidates.filter((candidate) => fits(candidate, placed, line))
    const found = fitting.find((candidate) => !isCut(candidate, line)) ?? fitting[0]
    if (!found) continue
    placed.push(found)
    places[index] = { level: found.level, side: found.side }
  }
  return places
}
