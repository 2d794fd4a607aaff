import { CASE_WORKERS } from '@proofmark/contract/route'
import type { GraphExpandRequest } from '@proofmark/contract/schemas/graph'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { leadingOn, withCounts } from '../queries/leading-on.ts'
import { besideNamed, namingWalk } from '../queries/named/naming-walk.ts'
import { showNamed } from '../queries/named/show-named.ts'
import type { ShownGraph } from '../queries/shown-graph.ts'
import { type Started, type Walk, walkOf } from '../queries/walk.ts'
import { reachedBy } from '../rules/graph/gather.ts'
import type { PassedOver } from '../rules/graph/left-out.ts'
import { idOf, idsOf, type NodeName } from '../rules/graph/node.ts'
import { logNamed } from './log-named.ts'

export type Expansion = Omit<GraphExpandRequest, 'grounds'>

/** Nodes around those asked for, step by step, the most telling first. */
export async function gather(
  walk: Walk,
  start: readonly NodeName[],
  { steps, most }: Pick<Expansion, 'steps' | 'most'>,
) {
  const inside = new Set(start)
  const leftOut: PassedOver[] = []
  let frontier = start
  for (let step = 0; step < steps && frontier.length > 0; step++) {
    const expanded = await walk.expand(frontier, 'ends')
    const { ties, common } = leadingOn(walk, expanded)
    leftOut.push(...(await withCounts(walk, common, expanded.over)))
    if (expanded.hidden.size > 0) leftOut.push({ reason: 'hidden_persons', node: null, count: expanded.hidden.size })
    const reached = reachedBy(ties, inside, walk.narrowing.relevance)
    const room = Math.max(0, most - inside.size)
    if (reached.length > room) leftOut.push({ reason: 'most_reached', node: null, count: reached.length - room })
    frontier = reached.slice(0, room)
    for (const node of frontier) inside.add(node)
  }
  return { inside, leftOut }
}

/** What was asked for and is not there for this reader, is outside of the case, or is a victim or a witness. */
export const unseenOf = ({ unseen, hidden, outside }: Pick<Started, 'unseen' | 'hidden' | 'outside'>): PassedOver[] => [
  ...outside.map((node): PassedOver => ({ reason: 'outside_case', node, count: 1 })),
  ...unseen.map((node): PassedOver => ({ reason: 'not_visible', node, count: 1 })),
  ...(hidden.length > 0 ? [{ reason: 'hidden_persons' as const, node: null, count: hidden.length }] : []),
]

/** Seeing victims and witnesses is an entry of the log of its own. */
export async function logProtected({ audit }: Context, { nodes }: Pick<ShownGraph, 'nodes'>): Promise<void> {
  const persons = idsOf(
    nodes.flatMap((each) => (each.protected ? [each.node] : [])),
    'person',
  )
  if (persons.length > 0) await audit({ action: 'graph.protected_seen', subjects: persons })
}

const MOST_SUBJECTS = 100
export const subjectsOf = (nodes: readonly NodeName[]): string[] =>
  [...new Set(nodes.map(idOf))].slice(0, MOST_SUBJECTS)

/**
 * What nodes are tied to, as this reader may see it; of those asked for that are not there for the reader, and of what was
 * left out, it says so. An entry of the log. Throws `role_needed`, `not_found` where none of them is there, and as `namedGround`.
 */
export async function expandGraph(context: Context, wanted: Expansion): Promise<ShownGraph> {
  needRole(context.reader, CASE_WORKERS)
  const naming = await namingWalk(walkOf(context, wanted), wanted.named, wanted.nodes)
  const started = await naming.walk.start(wanted.nodes)
  const { inside, leftOut } = await gather(naming.plain, started.nodes, wanted)
  const beside = besideNamed(naming, started.nodes)
  const gathered = {
    nodes: [...new Set([...inside, ...beside])],
    asked: new Set([...started.nodes, ...beside]),
  }
  const shown = await showNamed(naming, gathered, [...unseenOf(started), ...leftOut])
  await context.audit({
    action: 'graph.expanded',
    subjects: subjectsOf(started.nodes),
    body: { nodes: started.nodes.length, steps: wanted.steps, results: shown.nodes.length },
  })
  await logProtected(context, shown)
  await logNamed(context, naming.ground, shown.named)
  return shown
}
