import { kindOf, type NodeName } from '../node.ts'
import type { Step } from '../paths.ts'
import { BELONGS, belongingTo, pathOf, tiesByNode } from './belonging.ts'
import type { Asked, Finding } from './question.ts'

type Ways = ReadonlyMap<NodeName, ReadonlyMap<NodeName, readonly Step[]>>

/** Of each firearm, which of these nodes it belongs to, and how. */
export function firearmsOf(owners: readonly NodeName[], { ties }: Asked): Ways {
  const byNode = tiesByNode(ties)
  const firearms = new Map<NodeName, Map<NodeName, readonly Step[]>>()
  for (const owner of owners)
    for (const [node, steps] of belongingTo(owner, byNode, BELONGS)) {
      if (kindOf(node) !== 'firearm') continue
      const ways = firearms.get(node) ?? new Map<NodeName, readonly Step[]>()
      firearms.set(node, ways.set(owner, steps))
    }
  return firearms
}

function sharedAmong(owners: readonly NodeName[], asked: Asked, message: string): Finding[] {
  return [...firearmsOf(owners, asked)]
    .filter(([, ways]) => ways.size > 1)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([firearm, ways]) => ({
      message,
      values: { count: String(ways.size) },
      nodes: [firearm, ...ways.keys()],
      paths: [...ways.values()].map(pathOf),
    }))
}

/** Firearms that belong to more than one case: given to it, or recovered in what was given to it. */
export const sharedFirearms = (_: readonly NodeName[], asked: Asked): Finding[] =>
  sharedAmong(
    asked.nodes.filter((node) => kindOf(node) === 'case'),
    asked,
    'connect.finding.shared_firearm',
  )

/** Firearms that one group had, or one of its people, and another group as well. */
export const passedBetweenGroups = (_: readonly NodeName[], asked: Asked): Finding[] =>
  sharedAmong(
    asked.nodes.filter((node) => kindOf(node) === 'group'),
    asked,
    'connect.finding.passed_firearm',
  )
