import { commonFrom } from '../rules/graph/commonness.ts'
import { pathsInOrder } from '../rules/graph/in-order.ts'
import type { PassedOver } from '../rules/graph/left-out.ts'
import { kindOf, type NodeName } from '../rules/graph/node.ts'
import { type Path, pathsBetween } from '../rules/graph/paths.ts'
import { otherEnd, type Tied } from '../rules/graph/tied.ts'
import { leadingOn, withCounts } from './leading-on.ts'
import type { Walk } from './walk.ts'

/** Beside the shortest, paths of so many steps more are told. */
const NEAR_SHORTEST = 1
/** A level with more nodes than these is followed by the first of them alone. */
const MOST_OF_LEVEL = 5_000
/** A frontier of so few nodes is asked about together with the other end's: a question costs more than its answer. */
const FEW = 100

interface Side {
  /** How far from this end each node is. */
  readonly steps: Map<NodeName, number>
  level: number
  frontier: readonly NodeName[]
}

const sideAt = (node: NodeName): Side => ({ steps: new Map([[node, 0]]), level: 0, frontier: [node] })

export interface Explored {
  readonly paths: readonly Path[]
  readonly leftOut: readonly PassedOver[]
}

/**
 * The shortest and near-shortest paths between two nodes, by levels from both ends: each time the smaller frontier takes a
 * step, and each level is one round of questions. What is too common leads nowhere, and neither does what the walk leaves
 * out. In the order of days the shortest may go back where a longer one does not: then it is looked a step further, as long
 * as none was found.
 */
export async function explore(
  walk: Walk,
  from: NodeName,
  to: NodeName,
  longest: number,
  inOrder = false,
): Promise<Explored> {
  const [near, far] = [sideAt(from), sideAt(to)]
  const leading = new Map<NodeName, readonly Tied[]>()
  const tooCommon = new Set<NodeName>()
  const leftOut: PassedOver[] = []
  let shortest = Number.POSITIVE_INFINITY

  /** Expands those that were not yet. The two ends lead on however common they are: they were asked for. */
  async function open(nodes: readonly NodeName[]): Promise<void> {
    const missing = nodes.filter((node) => !leading.has(node) && !tooCommon.has(node))
    if (missing.length === 0) return
    const expanded = await walk.expand(missing, 'ends')
    const { ties, common } = leadingOn(walk, expanded)
    leftOut.push(...(await withCounts(walk, common, expanded.over)))
    if (expanded.hidden.size > 0) leftOut.push({ reason: 'hidden_persons', node: null, count: expanded.hidden.size })
    for (const [node, own] of ties) leading.set(node, own)
    for (const { node } of common) {
      if (node === from || node === to) leading.set(node, expanded.ties.get(node) ?? [])
      else if (node !== null) tooCommon.add(node)
    }
  }

  /** Where two sides meet, both lead there already: such a node is asked about only where it may be too common to count. */
  const mayBeCommon = (node: NodeName) => walk.narrowing.relevance && Number.isFinite(commonFrom(kindOf(node)))

  /** One step from this side. */
  async function step(side: Side, other: Side): Promise<void> {
    await open(side.frontier)
    const reached = new Set<NodeName>()
    for (const node of side.frontier)
      for (const tie of leading.get(node) ?? []) {
        const end = otherEnd(tie, node)
        if (!side.steps.has(end) && !tooCommon.has(end)) reached.add(end)
      }
    const met = [...reached].filter((node) => other.steps.has(node))
    await open(met.filter(mayBeCommon))
    side.level++
    const ordered = [...reached].filter((node) => !tooCommon.has(node)).sort()
    if (ordered.length > MOST_OF_LEVEL)
      leftOut.push({ reason: 'most_reached', node: null, count: ordered.length - MOST_OF_LEVEL })
    side.frontier = ordered.slice(0, MOST_OF_LEVEL)
    for (const node of side.frontier) side.steps.set(node, side.level)
    for (const node of met) if (!tooCommon.has(node)) shortest = Math.min(shortest, side.level + other.steps.get(node)!)
    for (const node of tooCommon) for (const each of [side, other]) each.steps.delete(node)
  }

  const stepsLeft = () => Math.min(longest, shortest + NEAR_SHORTEST) - near.level - far.level
  for (;;) {
    while (stepsLeft() > 0) {
      const sides = [near, far].filter(({ frontier }) => frontier.length > 0)
      // Where one end leads no further and did not meet the other, nothing does.
      if (sides.length === 0 || (sides.length < 2 && shortest === Number.POSITIVE_INFINITY)) break
      const [smaller, larger] = sides.sort((one, two) => one.frontier.length - two.frontier.length)
      if (larger && stepsLeft() > 1 && larger.frontier.length <= FEW) {
        await open([...smaller!.frontier, ...larger.frontier])
        await step(larger, smaller!)
      }
      if (stepsLeft() > 0) await step(smaller!, smaller === near ? far : near)
    }
    if (shortest > longest) return { paths: [], leftOut }
    const beyond = far.frontier.length === 0 ? Number.POSITIVE_INFINITY : far.level + 1
    const within = Math.min(longest, shortest + NEAR_SHORTEST)
    const ties = [...leading.values()].flat().filter((tie) => !tooCommon.has(tie.from) && !tooCommon.has(tie.to))
    const { paths, cut } = (inOrder ? pathsInOrder : pathsBetween)(ties, {
      from,
      to,
      longest: within,
      left: (node) => far.steps.get(node) ?? beyond,
    })
    if (!inOrder || cut || paths.length > 0 || within === longest)
      return {
        paths,
        leftOut: cut ? [...leftOut, { reason: 'most_reached', node: null, count: paths.length }] : leftOut,
      }
    shortest = within
  }
}
