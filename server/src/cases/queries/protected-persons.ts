import { PROTECTED_CATEGORIES } from '@proofmark/contract/case-words'
import type { Context } from '../../access/context.ts'
import { idsOf, type NodeName, nodeNamed } from '../rules/graph/node.ts'

/**
 * Which of these are persons of whom somebody said, where the reader may read it, that they are a victim or a witness. Who
 * is a suspect as well stays protected.
 */
export async function protectedPersons(
  { client }: Context,
  nodes: readonly NodeName[],
): Promise<ReadonlySet<NodeName>> {
  const persons = idsOf(nodes, 'person')
  if (persons.length === 0) return new Set()
  const { rows } = await client.query<{ id: string }>({
    name: 'graph-protected',
    text: `SELECT DISTINCT node_id AS id FROM tie
           WHERE node_id = ANY ($1::uuid[]) AND relation = 'subject_of' AND withdrawn_at IS NULL
             AND said ->> 'category' = ANY ($2::text[])`,
    values: [persons, PROTECTED_CATEGORIES],
  })
  return new Set(rows.map(({ id }) => nodeNamed('person', id)))
}
