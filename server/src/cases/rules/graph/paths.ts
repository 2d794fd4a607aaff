import type { NodeName } from './node.ts'
import { STANDING_WEIGHT } from './relevance.ts'
import { byEvidence, otherEnd, type Tied } from './tied.ts'

/** One step of a path, in its direction; `tie` says it in its own. */
export interface Step {
  readonly from: NodeName
  readonly to: NodeName
  readonly tie: Tied
}
export interface Path {
  readonly steps: readonly Step[]
  readonly weight: number
}

/** What a further step costs; so little that eight facts still weigh more than one assessment. */
const STEP = 0.95

/**
 * How well a path is evidenced, between 0 and 1: the product of what its steps are worth by their standing, each a little
 * less than it. A path of facts alone goes before any with an assessment among its steps, and of two that rest on the same
 * the shorter goes first.
 */
export const weightOf = (steps: readonly Pick<Step, 'tie'>[]): number =>
  Math.round(1e6 * steps.reduce((weight, { tie }) => weight * STEP * STANDING_WEIGHT[tie.kind], 1)) / 1e6

/** What each node is tied to, in the order of their names, by which ties: the best evidenced first. */
export function adjacency(ties: Iterable<Tied>): ReadonlyMap<NodeName, readonly (readonly [NodeName, Tied[]])[]> {
  const next = new Map<NodeName, Map<NodeName, Tied[]>>()
  for (const tie of [...ties].sort(byEvidence)) {
    for (const node of [tie.from, tie.to]) {
      const own = next.get(node) ?? new Map<NodeName, Tied[]>()
      next.set(node, own)
      const end = otherEnd(tie, node)
      own.set(end, [...(own.get(end) ?? []), tie])
    }
  }
  return new Map([...next].map(([node, ends]) => [node, [...ends].sort(([one], [other]) => (one < other ? -1 : 1))]))
}

export interface Search {
  readonly from: NodeName
  readonly to: NodeName
  readonly longest: number
  /** At least so many steps are left from a node; infinite where none lead there. */
  readonly left: (node: NodeName) => number
}

/** More paths than these are not told apart; whoever has so many asks something else. */
export const MOST_PATHS = 2_000
/** So many steps are tried before a search gives up. */
export const MOST_STEPS = 100_000

/**
 * The paths of at most so many steps that visit no node twice, the best evidenced first, then the shorter, then in the
 * order of their names. `cut`: there are more.
 */
export function pathsBetween(
  ties: Iterable<Tied>,
  { from, to, longest, left }: Search,
): { paths: Path[]; cut: boolean } {
  const next = adjacency(ties)
  const paths: Path[] = []
  const visited = new Set([from])
  const steps: Step[] = []
  let taken = 0
  const follow = (node: NodeName): void => {
    for (const [end, [tie]] of next.get(node) ?? []) {
      if (paths.length >= MOST_PATHS || ++taken > MOST_STEPS) return
      if (visited.has(end) || steps.length + 1 + (end === to ? 0 : left(end)) > longest) continue
      steps.push({ from: node, to: end, tie: tie! })
      if (end === to) paths.push({ steps: [...steps], weight: weightOf(steps) })
      else {
        visited.add(end)
        follow(end)
        visited.delete(end)
      }
      steps.pop()
    }
  }
  follow(from)
  return { paths: paths.sort(byWeight), cut: paths.length >= MOST_PATHS || taken > MOST_STEPS }
}

const named = ({ steps }: Path): string => steps.map(({ to }) => to).join(' ')
export const byWeight = (one: Path, other: Path): number =>
  other.weight - one.weight || one.steps.length - other.steps.length || (named(one) < named(other) ? -1 : 1)
