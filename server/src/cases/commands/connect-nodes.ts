import { CASE_WORKERS } from '@proofmark/contract/route'
import type { GraphConnectRequest } from '@proofmark/contract/schemas/graph'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { explore } from '../queries/explore.ts'
import { besideNamed, type NamingWalk, namingWalk } from '../queries/named/naming-walk.ts'
import { showNamed } from '../queries/named/show-named.ts'
import type { ShownGraph } from '../queries/shown-graph.ts'
import { walkOf } from '../queries/walk.ts'
import type { PassedOver } from '../rules/graph/left-out.ts'
import type { NodeName } from '../rules/graph/node.ts'
import type { Path } from '../rules/graph/paths.ts'
import { logProtected, subjectsOf, unseenOf } from './expand-graph.ts'
import { logNamed } from './log-named.ts'

export interface ShownPaths {
  readonly paths: readonly Path[]
  readonly graph: ShownGraph
}

/** The nodes of paths, with all that ties them to each other. */
export async function drawPaths(
  naming: NamingWalk,
  paths: readonly Path[],
  ends: readonly NodeName[],
  leftOut: readonly PassedOver[],
) {
  const on = new Set([...ends, ...paths.flatMap(({ steps }) => steps.flatMap(({ from, to }) => [from, to]))])
  const all = new Set([...on, ...besideNamed(naming, [...on])])
  return showNamed(naming, { nodes: [...all], asked: all }, leftOut)
}

/** A search knows no more of a tie than where it leads; its steps say what is shown of it. */
export function withShownTies(paths: readonly Path[], { ties }: ShownGraph): Path[] {
  const shown = new Map(ties.map((tie) => [`${tie.id} ${tie.from} ${tie.to}`, tie]))
  return paths.map(({ steps, weight }) => ({
    weight,
    steps: steps.map((step) => {
      const { id, from, to } = step.tie
      return { ...step, tie: shown.get(`${id} ${from} ${to}`) ?? { ...step.tie, records: [] } }
    }),
  }))
}

/**
 * How two nodes are connected, as this reader may see it. An entry of the log. Throws `role_needed`, and `not_found` where
 * either of them is not there for the reader, and as `namedGround`.
 */
export async function connectNodes(
  context: Context,
  wanted: Omit<GraphConnectRequest, 'grounds'>,
): Promise<ShownPaths> {
  needRole(context.reader, CASE_WORKERS)
  const naming = await namingWalk(walkOf(context, wanted), wanted.named, [wanted.from, wanted.to])
  const { walk } = naming
  const ends: NodeName[] = []
  const leftOut: PassedOver[] = []
  for (const asked of [wanted.from, wanted.to]) {
    const started = await walk.start([asked])
    ends.push(...started.nodes)
    leftOut.push(...unseenOf(started))
  }
  const [from, to] = ends
  const leads = from !== undefined && to !== undefined && from !== to
  const { paths, leftOut: passedOver } = leads
    ? await explore(walk, from, to, wanted.longest, wanted.inOrder)
    : { paths: [], leftOut: [] }
  const best = paths.slice(0, wanted.most)
  const graph = await drawPaths(naming, best, ends, [...leftOut, ...passedOver])
  await context.audit({ action: 'graph.connected', subjects: subjectsOf(ends), body: { results: best.length } })
  await logProtected(context, graph)
  await logNamed(context, naming.ground, graph.named)
  return { paths: withShownTies(best, graph), graph }
}
