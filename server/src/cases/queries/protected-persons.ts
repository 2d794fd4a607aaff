import { PROTECTED_CATEGORIES } from '@proofmark/contract/case-words'
import type { Context } from '../../access/context.ts'
import { idsOf, type NodeName, nodeNamed } from '../rules/graph/node.ts'
import { oneWith } from '../rules/one-thing.ts'
import { verdictsAround } from './judged-things.ts'

/**
 * Which of these are persons of whom somebody said, where the reader may read it, that they are a victim or a witness, or who
 * were judged one with such a person (decision 43). Who is a suspect as well stays protected.
 */
export async function protectedPersons(context: Context, nodes: readonly NodeName[]): Promise<ReadonlySet<NodeName>> {
  const persons = idsOf(nodes, 'person')
  if (persons.length === 0) return new Set()
  const verdicts = await verdictsAround(context, persons)
  const around = new Map(persons.map((person) => [person, oneWith(person, verdicts).things]))
  const { rows } = await context.client.query<{ id: string }>({
    name: 'graph-protected',
    text: `SELECT DISTINCT node_id AS id FROM tie
           WHERE node_id = ANY ($1::uuid[]) AND relation = 'subject_of' AND withdrawn_at IS NULL
             AND said ->> 'category' = ANY ($2::text[])`,
    values: [[...new Set([...around.values()].flat())], PROTECTED_CATEGORIES],
  })
  const guarded = new Set(rows.map(({ id }) => id))
  const isGuarded = (person: string) => around.get(person)!.some((each) => guarded.has(each))
  return new Set(persons.filter(isGuarded).map((person) => nodeNamed('person', person)))
}
