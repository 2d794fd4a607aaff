import type { PassedOver } from '../rules/graph/left-out.ts'
import { idOf, isOfRecord, kindOf, type NodeName } from '../rules/graph/node.ts'
import type { Path } from '../rules/graph/paths.ts'
import { belonging, belongingTo, HAD, MOST_STEPS, pathOf, tiesByNode } from '../rules/graph/questions/belonging.ts'
import type { Tied } from '../rules/graph/tied.ts'
import { leadingOn, withCounts } from './leading-on.ts'
import type { Walk } from './walk.ts'

/** A firearm that somebody had: how that is known, and by which of its records it was named. */
export interface HeldFirearm {
  readonly firearm: NodeName
  /** From those asked about; none where it was asked about itself. */
  readonly paths: readonly Path[]
  readonly anchors: readonly string[]
}

export interface Held {
  /** In the order of their names. */
  readonly firearms: readonly HeldFirearm[]
  /** There are so many more, which were not looked at. */
  readonly further: number
  readonly leftOut: readonly PassedOver[]
}

/** More firearms than these are not looked at: whoever has so many is asked about in parts. */
const MOST_FIREARMS = 2_000
/** A level of more nodes than these is followed by the first of them alone. */
const MOST_OF_LEVEL = 500
/** So many ways and records of one firearm are told. */
const MOST_WAYS = 5

/** What belongs to these nodes, level by level, along no other tie: nothing that is common leads on. */
async function belongings(walk: Walk, nodes: readonly NodeName[]) {
  const ties = new Map<string, Tied>()
  const reached = new Set(nodes)
  const leftOut: PassedOver[] = []
  let frontier = nodes.filter((node) => !isOfRecord(node))
  for (let step = 0; step < MOST_STEPS && frontier.length > 0; step++) {
    const expanded = await walk.expand(frontier)
    const { ties: leading, common } = leadingOn(walk, expanded)
    leftOut.push(...(await withCounts(walk, common, expanded.over)))
    if (expanded.hidden.size > 0) leftOut.push({ reason: 'hidden_persons', node: null, count: expanded.hidden.size })
    const next = new Set<NodeName>()
    for (const [node, own] of leading)
      for (const tie of own) {
        const owned = belonging(node, tie, HAD)
        if (owned === null) continue
        ties.set(`${tie.id} ${tie.from} ${tie.to}`, tie)
        if (!reached.has(owned) && !isOfRecord(owned)) next.add(owned)
        reached.add(owned)
      }
    const ordered = [...next].sort()
    if (ordered.length > MOST_OF_LEVEL)
      leftOut.push({ reason: 'most_reached', node: null, count: ordered.length - MOST_OF_LEVEL })
    frontier = ordered.slice(0, MOST_OF_LEVEL)
  }
  return { ties: [...ties.values()], leftOut }
}

/**
 * The firearms that those asked about had, or people and things of theirs, and firearms that were asked about themselves.
 * `asked`: the nodes as they were asked for, before they were folded.
 */
export async function heldFirearms(walk: Walk, nodes: readonly NodeName[], asked: readonly NodeName[]): Promise<Held> {
  const { ties, leftOut } = await belongings(walk, nodes)
  const byNode = tiesByNode(ties)
  const found = new Map<NodeName, { paths: Path[]; anchors: Set<string> }>()
  for (const node of nodes)
    for (const [firearm, steps] of belongingTo(node, byNode, HAD)) {
      if (kindOf(firearm) !== 'firearm') continue
      const own = found.get(firearm) ?? { paths: [], anchors: new Set<string>() }
      found.set(firearm, own)
      if (steps.length > 0) own.paths.push(pathOf(steps))
      for (const record of steps.at(-1)?.tie.named ?? [])
        if (walk.firearms.nameOf(record) === firearm) own.anchors.add(record)
    }
  for (const id of asked.filter(isOfRecord).map(idOf)) found.get(walk.firearms.nameOf(id) ?? '')?.anchors.add(id)
  const ordered = [...found].sort(([one], [other]) => (one < other ? -1 : 1))
  return {
    firearms: ordered.slice(0, MOST_FIREARMS).map(([firearm, { paths, anchors }]) => ({
      firearm,
      paths: paths.slice(0, MOST_WAYS),
      anchors: (anchors.size > 0 ? [...anchors].sort() : [idOf(firearm)]).slice(0, MOST_WAYS),
    })),
    further: Math.max(0, ordered.length - MOST_FIREARMS),
    leftOut,
  }
}
