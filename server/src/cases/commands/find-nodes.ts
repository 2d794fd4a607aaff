import type { NodeKind } from '@proofmark/contract/case-words'
import { CASE_WORKERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { foundNodes } from '../queries/found-nodes.ts'
import { type ShownGraph, showGraph } from '../queries/shown-graph.ts'
import { walkOf } from '../queries/walk.ts'
import { kindOf } from '../rules/graph/node.ts'
import { subjectsOf } from './expand-graph.ts'

/**
 * Nodes to start from, by a text that they hold. An entry of the log. Throws `role_needed`, and `search_too_wide` for a word
 * that is everywhere.
 */
export async function findNodes(
  context: Context,
  { text, kinds }: { readonly text: string; readonly kinds?: readonly NodeKind[] | undefined },
): Promise<ShownGraph> {
  needRole(context.reader, CASE_WORKERS)
  const walk = walkOf(context, { relevance: true, protectedPersons: false })
  const found = await foundNodes(context, text.trim())
  const { nodes } = found.length === 0 ? { nodes: [] } : await walk.start(found).catch(nothing)
  const wanted = nodes.filter((node) => kinds === undefined || kinds.includes(kindOf(node)))
  const shown = await showGraph(walk, { nodes: wanted, asked: new Set(wanted) }, [])
  await context.audit({ action: 'graph.found', subjects: subjectsOf(wanted), body: { text, results: wanted.length } })
  return shown
}

/** All that was found is a witness or a victim: then nothing was. */
function nothing(failure: unknown): { readonly nodes: readonly string[] } {
  if (failure instanceof Error && 'code' in failure && failure.code === 'not_found') return { nodes: [] }
  throw failure
}
