import type { GraphEdge, GraphNode, NodeName } from '@proofmark/contract/schemas/graph'
import type { Arrangement, Filters, Spot } from './arrangement.ts'
import { type Bundle, bundlesOf } from './bundles.ts'
import { groupsOf } from './groups.ts'
import type { Known } from './known.ts'

/** A node as it stands in the picture and in its twins. */
export interface ShownNode {
  readonly name: NodeName
  readonly node: GraphNode
  readonly spot: Spot
  /** Ties of it that are known but not told here: to be had by expanding it. Null for somebody who has some: they are not counted. */
  readonly left: number | null
  /** How many nodes are folded into it. */
  readonly folded: number
  readonly group: NodeName | null
}

/** What is in the picture, and how much of what is known is not. */
export interface Shown {
  readonly nodes: readonly ShownNode[]
  readonly edges: readonly GraphEdge[]
  /** The same ties as the picture draws them. */
  readonly bundles: readonly Bundle[]
  readonly away: { readonly filtered: number; readonly hidden: number; readonly folded: number }
}

interface Dated {
  readonly fromDay: string | null
  readonly toDay: string | null
}

/** Was it so on some day of these? What has no date stays. */
function isWithin({ fromDay, toDay }: Dated, filters: Filters): boolean {
  if (filters.toDay !== null && fromDay !== null && fromDay > filters.toDay) return false
  return !(filters.fromDay !== null && toDay !== null && toDay < filters.fromDay)
}

/** Nobody is left out for how many ties they have: persons are not measured. */
const isTiedEnough = ({ degree }: GraphNode, { leastDegree }: Filters) => degree === null || degree >= leastDegree

const isWanted = (node: GraphNode, filters: Filters) =>
  (filters.kinds === null || filters.kinds.includes(node.kind)) &&
  isTiedEnough(node, filters) &&
  isWithin(node, filters)

const isTieWanted = (edge: GraphEdge, filters: Filters) =>
  (filters.standings === null || filters.standings.includes(edge.kind)) &&
  (filters.grades === null || filters.grades.includes(edge.grade ?? '')) &&
  isWithin(edge, filters)

/** The neighbours of each node, itself excepted. */
export function neighboursOf(edges: Iterable<Pick<GraphEdge, 'from' | 'to'>>): ReadonlyMap<NodeName, Set<NodeName>> {
  const found = new Map<NodeName, Set<NodeName>>()
  const add = (one: NodeName, other: NodeName) => {
    if (one !== other) found.set(one, (found.get(one) ?? new Set()).add(other))
  }
  for (const { from, to } of edges) {
    add(from, to)
    add(to, from)
  }
  return found
}

/** By node, the one that it is folded into: the only one that it is tied to. */
function foldedInto(
  spots: Arrangement['spots'],
  names: readonly NodeName[],
  neighbours: ReadonlyMap<NodeName, Set<NodeName>>,
): ReadonlyMap<NodeName, NodeName> {
  return new Map(
    names.flatMap((name) => {
      const [only, ...others] = neighbours.get(name) ?? []
      const spot = spots.get(name)
      const folds = only !== undefined && others.length === 0 && spots.get(only)?.collapsed
      return folds && !spot?.pinned && !spot?.collapsed ? [[name, only] as const] : []
    }),
  )
}

/** What of the known is in the picture, by how it is arranged. */
export function shownOf(known: Known, { spots, hidden, group, filters }: Arrangement): Shown {
  const placed = [...spots].flatMap(([name, spot]) => {
    const node = known.nodes.get(name)
    return node ? [{ name, node, spot }] : []
  })
  const open = placed.filter(({ name }) => !hidden.has(name))
  const placedNames = new Set(open.map(({ name }) => name))
  const tiesOfPlaced = [...known.edges.values()].filter(({ from, to }) => placedNames.has(from) && placedNames.has(to))
  const ties = tiesOfPlaced.filter((edge) => isTieWanted(edge, filters))
  const [before, after] = [neighboursOf(tiesOfPlaced), neighboursOf(ties)]
  const wanted = open.filter(({ name, node, spot }) => {
    if (spot.pinned) return true
    // What hung on ties alone that are not wanted goes with them.
    return isWanted(node, filters) && (after.has(name) || !before.has(name))
  })
  const wantedNames = new Set(wanted.map(({ name }) => name))
  const between = ties.filter(({ from, to }) => wantedNames.has(from) && wantedNames.has(to))
  const folded = foldedInto(spots, [...wantedNames], neighboursOf(between))
  const counts = new Map<NodeName, number>()
  for (const into of folded.values()) counts.set(into, (counts.get(into) ?? 0) + 1)
  const drawn = wanted.filter(({ name }) => !folded.has(name))
  const edges = between.filter(({ from, to }) => !folded.has(from) && !folded.has(to))
  const groups = groupsOf(
    drawn.map(({ node }) => node),
    edges,
    group,
  )
  const here = tieCounts(known)
  return {
    nodes: drawn.map((each) => ({
      ...each,
      left: leftOf(each.node, here.get(each.name) ?? 0),
      folded: counts.get(each.name) ?? 0,
      group: groups.get(each.name) ?? null,
    })),
    edges,
    bundles: bundlesOf(edges),
    away: {
      filtered: open.length - wanted.length,
      hidden: placed.length - open.length,
      folded: folded.size,
    },
  }
}

function leftOf({ degree, more }: GraphNode, here: number): number | null {
  if (degree === null) return more ? null : 0
  return Math.max(0, degree - here)
}

function tieCounts({ edges }: Known): ReadonlyMap<NodeName, number> {
  const counts = new Map<NodeName, number>()
  for (const { from, to } of edges.values())
    for (const end of new Set([from, to])) counts.set(end, (counts.get(end) ?? 0) + 1)
  return counts
}

/** Every grade that a known tie bears, as its originator wrote it. */
export function gradesOf({ edges }: Known): string[] {
  const grades = [...edges.values()].flatMap(({ grade }) => (grade === null ? [] : [grade]))
  return [...new Set(grades)].sort()
}
