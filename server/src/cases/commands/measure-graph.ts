import { CASE_WORKERS } from '@proofmark/contract/route'
import type { LeftOut } from '@proofmark/contract/schemas/graph'
import type { GraphMeasuresRequest } from '@proofmark/contract/schemas/graph-work'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { leadingOn, withCounts } from '../queries/leading-on.ts'
import { namedLeftOut } from '../queries/named-left-out.ts'
import { walkOf } from '../queries/walk.ts'
import { tiesAmong } from '../rules/graph/gather.ts'
import {
  bridgesOf,
  type Component,
  componentsOf,
  joinedSince,
  type Measures,
  measurable,
} from '../rules/graph/measures.ts'
import { subjectsOf, unseenOf } from './expand-graph.ts'

export interface Measured extends Measures {
  readonly joined: readonly (readonly Component[])[]
  readonly leftOut: readonly LeftOut[]
}

/**
 * What of these firearms, consignments, places and cases hangs together, and by what alone. Persons among them are left out,
 * and so is whatever hangs together by persons alone. An entry of the log. Throws `role_needed`, `not_found`.
 */
export async function measureGraph(context: Context, wanted: Omit<GraphMeasuresRequest, 'grounds'>): Promise<Measured> {
  needRole(context.reader, CASE_WORKERS)
  const walk = walkOf(context, { ...wanted, protectedPersons: false })
  const started = await walk.start(wanted.nodes)
  const expanded = await walk.expand(started.nodes)
  const { ties: leading, common } = leadingOn(walk, expanded)
  const among = tiesAmong(leading.values(), new Set(leading.keys()))
  const { nodes, ties } = measurable(started.nodes, among)
  const left = await withCounts(walk, common, expanded.over)
  await context.audit({ action: 'graph.measured', subjects: subjectsOf(nodes), body: { nodes: nodes.length } })
  return {
    components: componentsOf(nodes, ties),
    bridges: bridgesOf(nodes, ties),
    joined: wanted.since === undefined ? [] : joinedSince(nodes, ties, wanted.since),
    leftOut: await namedLeftOut(walk, [...unseenOf(started), ...left]),
  }
}
