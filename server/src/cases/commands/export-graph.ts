import { CASE_WORKERS } from '@proofmark/contract/route'
import type { GraphExportRequest } from '@proofmark/contract/schemas/graph-work'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { namingWalk } from '../queries/named/naming-walk.ts'
import { showNamed } from '../queries/named/show-named.ts'
import type { ShownGraph } from '../queries/shown-graph.ts'
import { walkOf } from '../queries/walk.ts'
import { logProtected, subjectsOf, unseenOf } from './expand-graph.ts'
import { logNamed } from './log-named.ts'

/** What is drawn, to be taken away: a disclosure, and an entry of the log. Throws `role_needed` and `not_found`. */
export async function exportGraph(context: Context, wanted: Omit<GraphExportRequest, 'grounds'>): Promise<ShownGraph> {
  needRole(context.reader, CASE_WORKERS)
  const naming = await namingWalk(walkOf(context, wanted), wanted.named, wanted.nodes)
  const started = await naming.walk.start(wanted.nodes)
  const shown = await showNamed(naming, { nodes: started.nodes, asked: new Set(started.nodes) }, unseenOf(started))
  await context.audit({
    action: 'graph.exported',
    subjects: subjectsOf(started.nodes),
    body: { form: wanted.form, nodes: shown.nodes.length, results: shown.ties.length },
  })
  await logProtected(context, shown)
  await logNamed(context, naming.ground, shown.named)
  return shown
}
