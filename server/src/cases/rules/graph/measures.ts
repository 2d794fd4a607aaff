import type { NodeKind } from '@proofmark/contract/case-words'
import { kindOf, type NodeName } from './node.ts'
import type { Tied } from './tied.ts'

/**
 * What is measured: firearms and what befell them, consignments, places, cases. Persons, groups and organisations are not,
 * and neither is what stands for somebody, as a telephone, a vehicle or an address does: a figure of it would be one of them.
 */
export const MEASURED: ReadonlySet<NodeKind> = new Set<NodeKind>([
  'firearm',
  'record',
  'recovery',
  'exhibit',
  'fired_item',
  'ballistic_result',
  'trace',
  'consignment',
  'case',
  'place',
  'stated_place',
  'country',
  'route',
])

export interface Component {
  readonly nodes: readonly NodeName[]
}
/** A tie without which its two sides would not hang together, and how many nodes are on either side. */
export interface Bridge {
  readonly tie: Tied
  readonly apart: readonly [number, number]
}
export interface Measures {
  readonly components: readonly Component[]
  readonly bridges: readonly Bridge[]
}

type Adjacent = ReadonlyMap<NodeName, ReadonlyMap<NodeName, readonly Tied[]>>

function adjacentOf(nodes: readonly NodeName[], ties: readonly Tied[]): Adjacent {
  const next = new Map(nodes.map((node) => [node, new Map<NodeName, Tied[]>()]))
  for (const tie of ties)
    for (const [node, end] of [
      [tie.from, tie.to],
      [tie.to, tie.from],
    ] as const) {
      const own = next.get(node)
      if (!own || !next.has(end) || node === end) continue
      own.set(end, [...(own.get(end) ?? []), tie])
    }
  return next
}

const byName = (one: NodeName, other: NodeName) => (one < other ? -1 : 1)
const largestFirst = (one: Component, other: Component) =>
  other.nodes.length - one.nodes.length || byName(one.nodes[0]!, other.nodes[0]!)

/** What hangs together, the largest first. */
export function componentsOf(nodes: readonly NodeName[], ties: readonly Tied[]): Component[] {
  const next = adjacentOf(nodes, ties)
  const seen = new Set<NodeName>()
  const components: Component[] = []
  for (const start of next.keys()) {
    if (seen.has(start)) continue
    const inside = [start]
    seen.add(start)
    for (const node of inside)
      for (const end of next.get(node)!.keys())
        if (!seen.has(end)) {
          seen.add(end)
          inside.push(end)
        }
    components.push({ nodes: inside.sort(byName) })
  }
  return components.sort(largestFirst)
}

interface Visit {
  readonly node: NodeName
  readonly parent: NodeName | null
  readonly ends: Iterator<NodeName>
  readonly order: number
  low: number
  size: number
}

/**
 * The single ties that join what would come apart without them (Tarjan, 1974: a tie to a node from which nothing leads back
 * before it). Two nodes that several ties join have no bridge between them.
 */
export function bridgesOf(nodes: readonly NodeName[], ties: readonly Tied[]): Bridge[] {
  const next = adjacentOf(nodes, ties)
  const order = new Map<NodeName, number>()
  const found: { readonly tie: Tied; readonly size: number; readonly child: NodeName; readonly parent: NodeName }[] = []
  const sizes = new Map(
    componentsOf(nodes, ties).flatMap(({ nodes: all }) => all.map((node) => [node, all.length] as const)),
  )
  const visit = (node: NodeName, parent: NodeName | null): Visit => {
    const place = order.size
    order.set(node, place)
    return { node, parent, ends: next.get(node)!.keys(), order: place, low: place, size: 1 }
  }
  for (const start of next.keys()) {
    if (order.has(start)) continue
    const trail = [visit(start, null)]
    for (let here = trail.at(-1); here !== undefined; here = trail.at(-1)) {
      const { value: end, done } = here.ends.next()
      if (!done) {
        if (end === here.parent) continue
        const known = order.get(end)
        if (known === undefined) trail.push(visit(end, here.node))
        else here.low = Math.min(here.low, known)
        continue
      }
      trail.pop()
      const above = trail.at(-1)
      if (!above) continue
      above.low = Math.min(above.low, here.low)
      above.size += here.size
      const between = next.get(above.node)!.get(here.node)!
      if (here.low > above.order && between.length === 1)
        found.push({ tie: between[0]!, size: here.size, child: here.node, parent: above.node })
    }
  }
  return found
    .map(({ tie, size, child }): Bridge => {
      const rest = sizes.get(child)! - size
      return { tie, apart: tie.from === child ? [size, rest] : [rest, size] }
    })
    .sort((one, other) => Math.min(...other.apart) - Math.min(...one.apart) || (one.tie.id < other.tie.id ? -1 : 1))
}

/** What hung apart until a day and hangs together since: the earlier components of each that ties of since then joined. */
export function joinedSince(
  nodes: readonly NodeName[],
  ties: readonly Tied[],
  since: string,
): readonly (readonly Component[])[] {
  const before = ties.filter((tie) => tie.since === null || tie.since < since)
  const earlier = componentsOf(nodes, before)
  return componentsOf(nodes, ties).flatMap(({ nodes: all }) => {
    const inside = new Set(all)
    const parts = earlier.filter((part) => inside.has(part.nodes[0]!))
    return parts.length > 1 ? [parts] : []
  })
}

/** Nodes and ties of the kinds that are measured. */
export function measurable(nodes: readonly NodeName[], ties: readonly Tied[]) {
  const kept = nodes.filter((node) => MEASURED.has(kindOf(node)))
  const inside = new Set(kept)
  return { nodes: kept, ties: ties.filter(({ from, to }) => inside.has(from) && inside.has(to)) }
}
