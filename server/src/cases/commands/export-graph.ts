import { CASE_WORKERS } from '@proofmark/contract/route'
import type { GraphExportRequest } from '@proofmark/contract/schemas/graph-work'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { withoutBarred } from '../queries/barred.ts'
import { namingWalk } from '../queries/named/naming-walk.ts'
import { showNamed } from '../queries/named/show-named.ts'
import type { ShownGraph } from '../queries/shown-graph.ts'
import { walkOf } from '../queries/walk.ts'
import { logProtected, subjectsOf, unseenOf } from './expand-graph.ts'
import { logNamed } from './log-named.ts'

type WantedFile = Omit<GraphExportRequest, 'grounds' | 'audience'> & Partial<Pick<GraphExportRequest, 'audience'>>

/**
 * What is drawn, to be taken away: a disclosure, and an entry of the log. For a court or another state without what handling
 * codes keep from them. Throws `role_needed` and `not_found`.
 */
export async function exportGraph(context: Context, wanted: WantedFile): Promise<ShownGraph> {
  needRole(context.reader, CASE_WORKERS)
  const naming = await namingWalk(walkOf(context, wanted), wanted.named, wanted.nodes)
  const started = await naming.walk.start(wanted.nodes)
  const whole = await showNamed(naming, { nodes: started.nodes, asked: new Set(started.nodes) }, unseenOf(started))
  const { audience = 'own' } = wanted
  const file = audience === 'own' ? whole : await withoutBarred(context, whole, audience)
  await context.audit({
    action: 'graph.exported',
    subjects: subjectsOf(started.nodes),
    body: { form: wanted.form, audience, nodes: file.nodes.length, results: file.ties.length },
  })
  await logProtected(context, whole)
  await logNamed(context, naming.ground, whole.named)
  return file
}
