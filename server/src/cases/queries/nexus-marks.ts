import { NEXUS_MARKS } from '@proofmark/contract/case-words'
import type { Context } from '../../access/context.ts'
import { idsOf, type NodeName, nodeNamed } from '../rules/graph/node.ts'

/** Which nexus marks these cases bear, as they were last described; those that bear any. */
export async function nexusMarks({ client }: Context, nodes: readonly NodeName[]): Promise<Map<NodeName, string[]>> {
  const { rows } = await client.query<{ id: string; marks: unknown }>(
    `SELECT DISTINCT ON (case_id) case_id AS id, said -> 'nexus' AS marks FROM case_entry
     WHERE case_id = ANY ($1::uuid[]) AND kind = 'described' AND said IS NOT NULL ORDER BY case_id, number DESC`,
    [idsOf(nodes, 'case')],
  )
  return new Map(
    rows.flatMap(({ id, marks }) => {
      const known = NEXUS_MARKS.filter((mark) => Array.isArray(marks) && marks.includes(mark))
      return known.length > 0 ? [[nodeNamed('case', id), known] as const] : []
    }),
  )
}
