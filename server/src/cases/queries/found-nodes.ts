import type { NodeKind } from '@proofmark/contract/case-words'
import type { Context } from '../../access/context.ts'
import { seesNames } from '../policy/named-persons.ts'
import { type NodeName, nodeNamed } from '../rules/graph/node.ts'
import { containing, foundRecords, MOST_OF_KIND } from './found-records.ts'

/** Things of which a value holds the text; whoever sees no names finds no person by one. */
async function things({ client, reader }: Context, text: string): Promise<NodeName[]> {
  const { rows } = await client.query<{ id: string; kind: NodeKind }>(
    `SELECT x.id, x.kind FROM thing x
     WHERE EXISTS (
       SELECT FROM thing_value v WHERE v.thing_id = x.id AND v.withdrawn_at IS NULL AND v.field <> 'note' AND v.value ILIKE $1
     ) AND (x.kind <> 'person' OR $2) ORDER BY x.kind, x.id LIMIT ${3 * MOST_OF_KIND}`,
    [containing(text), seesNames(reader)],
  )
  return rows.map(({ id, kind }) => nodeNamed(kind, id))
}

async function cases({ client }: Context, text: string): Promise<NodeName[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM case_file WHERE reference ILIKE $1 ORDER BY reference, id LIMIT ${MOST_OF_KIND}`,
    [containing(text)],
  )
  return rows.map(({ id }) => nodeNamed('case', id))
}

/** Nodes to start from: things by their values, cases by their reference, firearms by a mark or by words of a record. */
export const foundNodes = async (context: Context, text: string): Promise<NodeName[]> => [
  ...(await cases(context, text)),
  ...(await foundRecords(context, text)).map((id) => nodeNamed('record', id)),
  ...(await things(context, text)),
]
