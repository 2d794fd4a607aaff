import { ASKERS } from '@proofmark/contract/route'
import type { Context } from '../../../access/context.ts'
import { idsOf, isOfRecord, nodeNamed } from '../../rules/graph/node.ts'
import { type Tied, tied } from '../../rules/graph/tied.ts'
import type { Expander } from './expander.ts'

/** Trace requests are for those who write and answer them, here as on their own desk. */
export const seesTraces = ({ reader }: Pick<Context, 'reader'>): boolean =>
  reader.installer || ASKERS.some((role) => reader.roles.includes(role))

interface Row {
  readonly id: string
  readonly records: readonly string[]
}

const tiesOfTrace = ({ id, records }: Row): Tied[] =>
  records.map((record) => {
    const ends = { from: nodeNamed('record', record), to: nodeNamed('trace', id) }
    const why = [{ message: 'connect.why.traced_by', values: {} }]
    return tied(
      { id: `trace:${id}:${record}`, ...ends, relation: 'traced_by', kind: 'fact' },
      { records: [record], why },
    )
  })

/** Trace requests and the records that they are about. */
export const traces: Expander = {
  kinds: ['trace', 'firearm', 'record'],
  ties: async ({ context, firearms }, nodes) => {
    if (!seesTraces(context)) return []
    const { rows } = await context.client.query<Row>({
      name: 'graph-traces',
      text: `SELECT id, records FROM trace_request WHERE records && $1::uuid[]
             UNION SELECT id, records FROM trace_request WHERE id = ANY ($2::uuid[]) ORDER BY id`,
      values: [nodes.filter(isOfRecord).flatMap(firearms.keptUnder), idsOf(nodes, 'trace')],
    })
    return rows.flatMap(tiesOfTrace)
  },
}
