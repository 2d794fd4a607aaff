import type { Relation } from '@proofmark/contract/case-words'
import type { NodeName } from '../node.ts'
import { type Path, type Step, weightOf } from '../paths.ts'
import { byEvidence, type Tied } from '../tied.ts'

/** Which end of a tie belongs to the other: `first`, that from which it is said. */
export type Belonging = Partial<Readonly<Record<Relation, 'first' | 'second'>>>

/** What is somebody's, or was given to a case or recovered in what was. */
export const BELONGS: Belonging = {
  member_of: 'first',
  leads: 'first',
  works_for: 'first',
  part_of: 'first',
  subject_of: 'first',
  in_case: 'first',
  recovered_in: 'first',
  recovered_from: 'first',
  recorded_as: 'second',
  fired_by: 'second',
  possessed: 'second',
  owns: 'second',
  uses: 'second',
  bought: 'second',
  ordered: 'second',
  received: 'second',
  imported: 'second',
}

/** What somebody had for however short a time, and what came in a consignment: wider than what belongs to a case or a group. */
export const HAD: Belonging = {
  ...BELONGS,
  registered_to: 'first',
  in_consignment: 'first',
  carried: 'second',
  stole: 'second',
}

/** The node that belongs to this one by this tie; null where none does. */
export function belonging(node: NodeName, tie: Tied, by: Belonging): NodeName | null {
  const side = by[tie.relation]
  if (side === undefined) return null
  const [owner, owned] = side === 'first' ? [tie.to, tie.from] : [tie.from, tie.to]
  return owner === node ? owned : null
}

/** As far as things belong to somebody who belongs to a group: member, car, firearm; or recovery, exhibit, firearm. */
export const MOST_STEPS = 3

/** The ties of each node, the best evidenced first. */
export function tiesByNode(ties: readonly Tied[]): ReadonlyMap<NodeName, readonly Tied[]> {
  const byNode = new Map<NodeName, Tied[]>()
  for (const tie of [...ties].sort(byEvidence))
    for (const node of [tie.from, tie.to]) byNode.set(node, [...(byNode.get(node) ?? []), tie])
  return byNode
}

/** What belongs to a node, nearest first, each with the path that shows it; itself by a path of no step. */
export function belongingTo(
  node: NodeName,
  ties: ReadonlyMap<NodeName, readonly Tied[]>,
  by: Belonging,
): Map<NodeName, readonly Step[]> {
  const found = new Map<NodeName, readonly Step[]>([[node, []]])
  for (const [here, steps] of found) {
    if (steps.length >= MOST_STEPS) continue
    for (const tie of ties.get(here) ?? []) {
      const owned = belonging(here, tie, by)
      if (owned !== null && !found.has(owned)) found.set(owned, [...steps, { from: here, to: owned, tie }])
    }
  }
  return found
}

export const pathOf = (steps: readonly Step[]): Path => ({ steps, weight: weightOf(steps) })
