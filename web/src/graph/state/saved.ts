import type { GraphLayout, NodeName } from '@proofmark/contract/schemas/graph'
import type { Arrangement, Filters } from './arrangement.ts'
import type { Switches } from './switches.ts'

type LookedAt = Pick<Switches, 'within' | 'places'>

/** So many nodes are kept with a case, go into one file, and are measured. */
export const MOST_KEPT = 2_000

function savedFilters(filters: Filters): GraphLayout['filters'] {
  const { kinds, standings, grades, fromDay, toDay, leastDegree, relevance } = filters
  return {
    relevance,
    ...(kinds && { kinds: [...kinds] }),
    ...(standings && { standings: [...standings] }),
    ...(grades && { grades: [...grades] }),
    ...(fromDay !== null && { fromDay }),
    ...(toDay !== null && { toDay }),
    ...(leastDegree > 0 && { leastDegree }),
  }
}

/** An arrangement as it is kept with a case. It names nodes and says nothing of them. */
export function savedOf(
  name: string,
  { spots, hidden, group, filters }: Arrangement,
  { within, places }: LookedAt,
): GraphLayout {
  return {
    name,
    nodes: [...spots].map(([node, spot]) => ({ node, ...spot })),
    hidden: [...hidden].filter((each) => spots.has(each)),
    group,
    filters: savedFilters(filters),
    ...(within !== null && { within }),
    places,
  }
}

/** As what it was looked at when it was kept. Victims and witnesses are asked for anew each time. */
export const lookedAtOf = ({ within, places }: GraphLayout): LookedAt => ({
  within: within ?? null,
  places: places ?? false,
})

/** The arrangement that was kept. */
export function arrangementOf({ nodes, hidden, group, filters }: GraphLayout): Arrangement {
  return {
    spots: new Map(nodes.map(({ node, ...spot }) => [node, spot])),
    hidden: new Set(hidden),
    group,
    filters: {
      kinds: filters.kinds ?? null,
      standings: filters.standings ?? null,
      grades: filters.grades ?? null,
      fromDay: filters.fromDay ?? null,
      toDay: filters.toDay ?? null,
      leastDegree: filters.leastDegree ?? 0,
      relevance: filters.relevance,
    },
  }
}

/** In what two arrangements of one graph differ. */
export interface Differences {
  readonly onlyMine: readonly NodeName[]
  readonly onlyTheirs: readonly NodeName[]
  /** Stand elsewhere, or are pinned, folded or hidden in one alone. */
  readonly moved: readonly NodeName[]
  readonly otherwise: boolean
}

export function differencesOf(mine: Arrangement, theirs: Arrangement): Differences {
  const named = (one: Arrangement, other: Arrangement) => [...one.spots.keys()].filter((name) => !other.spots.has(name))
  const moved = [...mine.spots].flatMap(([name, spot]) => {
    const other = theirs.spots.get(name)
    if (!other) return []
    const same =
      Math.round(spot.x) === Math.round(other.x) &&
      Math.round(spot.y) === Math.round(other.y) &&
      spot.pinned === other.pinned &&
      spot.collapsed === other.collapsed &&
      mine.hidden.has(name) === theirs.hidden.has(name)
    return same ? [] : [name]
  })
  const looks = (arrangement: Arrangement) => JSON.stringify([arrangement.group, savedFilters(arrangement.filters)])
  return {
    onlyMine: named(mine, theirs),
    onlyTheirs: named(theirs, mine),
    moved,
    otherwise: looks(mine) !== looks(theirs),
  }
}

/** Theirs with what stands in mine alone put in: nobody's work is lost. */
export function joined(mine: Arrangement, theirs: Arrangement): Arrangement {
  const added = [...mine.spots].filter(([name]) => !theirs.spots.has(name))
  return {
    ...theirs,
    spots: new Map([...theirs.spots, ...added]),
    hidden: new Set([...theirs.hidden, ...added.flatMap(([name]) => (mine.hidden.has(name) ? [name] : []))]),
  }
}
