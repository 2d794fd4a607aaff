import type { Stretch } from './rows.ts'

/** An event that is to be drawn: where its number stands and how far its interval reaches, in pixels. */
export interface Drawable {
  readonly at: number
  readonly interval: Stretch
}

/** What is drawn of events: one number, or several in one sign where their numbers would lie over each other. */
export interface Sign {
  /** The places of its events in the list that was given, in order along the line. */
  readonly places: readonly number[]
  /** Counted from the axis. */
  readonly row: number
  /** Its middle, in pixels. */
  readonly at: number
  readonly width: number
}

interface Cluster {
  readonly places: readonly number[]
  readonly sign: Stretch
  /** With the interval of its event, where it is one alone. */
  readonly whole: Stretch
}

/** Between two signs of a row, in pixels. */
const GAP = 2

const apart = (one: Stretch, other: Stretch): boolean => one.start >= other.end + GAP || one.end + GAP <= other.start

/** The first row in which neither sign nor interval touches another, else the first in which no sign touches another. */
function rowOf(cluster: Cluster, rows: readonly (readonly Cluster[])[]): number {
  const free = rows.findIndex((row) => row.every(({ whole }) => apart(cluster.whole, whole)))
  return free >= 0 ? free : rows.findIndex((row) => row.every(({ sign }) => apart(cluster.sign, sign)))
}

/** In which row each stands; or the first that has no room. */
function placed(clusters: readonly Cluster[], most: number): readonly number[] | { readonly crowded: number } {
  const rows: Cluster[][] = Array.from({ length: most }, () => [])
  const found: number[] = []
  for (const [index, cluster] of clusters.entries()) {
    const row = rowOf(cluster, rows)
    if (row < 0) return { crowded: index }
    rows[row]?.push(cluster)
    found.push(row)
  }
  return found
}

const middle = ({ start, end }: Stretch): number => (start + end) / 2

/**
 * Draws events on a line of so many pixels in at most so many rows, so that no number lies over another. Those that have
 * no room of their own share a sign with their nearest neighbour; `widthOf` says how wide the sign of some events is.
 */
export function signsFor(
  events: readonly Drawable[],
  line: number,
  most: number,
  widthOf: (places: readonly number[]) => number,
): Sign[] {
  const cluster = (places: readonly number[]): Cluster => {
    const ats = places.map((place) => events[place]!.at)
    const width = widthOf(places)
    const centre = middle({ start: Math.min(...ats), end: Math.max(...ats) })
    // Where it would stand beyond the line it is moved; one number alone stays where its day is.
    const within = Math.max(0, Math.min(line - width, centre - width / 2))
    const start = places.length === 1 ? centre - width / 2 : within
    const sign = { start, end: start + width }
    const interval = places.length === 1 ? events[places[0]!]!.interval : sign
    return {
      places,
      sign,
      whole: { start: Math.min(start, interval.start), end: Math.max(sign.end, interval.end) },
    }
  }
  const inOrder = events.map((_, place) => place).sort((one, other) => events[one]!.at - events[other]!.at)
  const clusters = inOrder.map((place) => cluster([place]))
  for (;;) {
    const rows = placed(clusters, most)
    if ('crowded' in rows) {
      const at = nearer(clusters, rows.crowded)
      const [one, other] = [clusters[at]!, clusters[at + 1]!]
      clusters.splice(at, 2, cluster([...one.places, ...other.places]))
    } else
      return clusters.map(({ places, sign }, index) => ({
        places,
        row: rows[index]!,
        at: middle(sign),
        width: sign.end - sign.start,
      }))
  }
}

/** The first of the two neighbours that are to be one: a crowded one with whichever stands nearer. */
function nearer(clusters: readonly Cluster[], crowded: number): number {
  const [before, own, after] = [clusters[crowded - 1], clusters[crowded]!, clusters[crowded + 1]]
  if (!before) return crowded
  if (!after) return crowded - 1
  const here = middle(own.sign)
  return middle(after.sign) - here < here - middle(before.sign) ? crowded : crowded - 1
}

/** Numbers as runs: `[[12, 15], [18, 18]]`. */
export function runsOf(numbers: readonly number[]): (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (const number of numbers.toSorted((one, other) => one - other)) {
    const last = runs.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else runs.push([number, number])
  }
  return runs
}
