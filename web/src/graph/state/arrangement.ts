import type { NodeKind, Standing } from '@proofmark/contract/case-words'
import type { GraphLayout, NodeName } from '@proofmark/contract/schemas/graph'

/** Where a node stands, in pixels of the picture at its own size. */
export interface Point {
  readonly x: number
  readonly y: number
}

export interface Spot extends Point {
  /** Stays where it is, and in the picture, whatever else is narrowed. */
  readonly pinned: boolean
  /** What is tied to it alone is folded into it. */
  readonly collapsed: boolean
}

/** What of the picture is wanted. Null: not narrowed. */
export interface Filters {
  readonly kinds: readonly NodeKind[] | null
  readonly standings: readonly Standing[] | null
  readonly grades: readonly string[] | null
  readonly fromDay: string | null
  readonly toDay: string | null
  readonly leastDegree: number
  readonly relevance: boolean
}

export type Grouping = GraphLayout['group']

/** How somebody laid out what is known: all that they can take back. */
export interface Arrangement {
  readonly spots: ReadonlyMap<NodeName, Spot>
  readonly hidden: ReadonlySet<NodeName>
  readonly group: Grouping
  readonly filters: Filters
}

export const NO_FILTERS: Filters = {
  kinds: null,
  standings: null,
  grades: null,
  fromDay: null,
  toDay: null,
  leastDegree: 0,
  relevance: true,
}

export const EMPTY: Arrangement = { spots: new Map(), hidden: new Set(), group: 'none', filters: NO_FILTERS }

/** Puts nodes into the picture; those that stand in it already keep their spots, and are hidden no longer. */
export function put(arrangement: Arrangement, places: ReadonlyMap<NodeName, Point>, pinned = false): Arrangement {
  const added = [...places].flatMap(([name, { x, y }]) =>
    arrangement.spots.has(name) ? [] : [[name, { x, y, pinned, collapsed: false }] as const],
  )
  return {
    ...arrangement,
    // What comes in comes last, so that whoever walks through all of it finds the rest where it was.
    spots: new Map([...arrangement.spots, ...added]),
    hidden: new Set([...arrangement.hidden].filter((name) => !places.has(name))),
  }
}

function change(arrangement: Arrangement, name: NodeName, part: Partial<Spot>): Arrangement {
  const spot = arrangement.spots.get(name)
  if (!spot) return arrangement
  return { ...arrangement, spots: new Map([...arrangement.spots, [name, { ...spot, ...part }]]) }
}

/** Moves nodes to where somebody laid them. */
export function move(arrangement: Arrangement, places: ReadonlyMap<NodeName, Point>): Arrangement {
  const spots = [...arrangement.spots].map(([name, spot]) => {
    const { x, y } = places.get(name) ?? spot
    return [name, { ...spot, x, y }] as const
  })
  return { ...arrangement, spots: new Map(spots) }
}

export const pin = (arrangement: Arrangement, name: NodeName, pinned: boolean) => change(arrangement, name, { pinned })

/** Folds what is tied to this node alone into it, or unfolds it. */
export const fold = (arrangement: Arrangement, name: NodeName, collapsed: boolean) =>
  change(arrangement, name, { collapsed })

export const unfoldAll = (arrangement: Arrangement): Arrangement =>
  [...arrangement.spots].reduce(
    (laid, [name, { collapsed }]) => (collapsed ? fold(laid, name, false) : laid),
    arrangement,
  )

export function hide(arrangement: Arrangement, names: readonly NodeName[]): Arrangement {
  return { ...arrangement, hidden: new Set([...arrangement.hidden, ...names]) }
}

export function showAgain(arrangement: Arrangement, names: readonly NodeName[]): Arrangement {
  const back = new Set(names)
  return { ...arrangement, hidden: new Set([...arrangement.hidden].filter((name) => !back.has(name))) }
}

export function narrow(arrangement: Arrangement, part: Partial<Filters>): Arrangement {
  return { ...arrangement, filters: { ...arrangement.filters, ...part } }
}

export const groupBy = (arrangement: Arrangement, group: Grouping): Arrangement => ({ ...arrangement, group })
