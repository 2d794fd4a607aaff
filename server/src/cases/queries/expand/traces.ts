import { ASKERS } from '@proofmark/contract/route'
import type { Context } from '../../../access/context.ts'
import { nodeNamed } from '../../rules/graph/node.ts'
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
export const traces: Expander<Row> = {
  kinds: ['trace', 'firearm', 'record'],
  ways: [
    { by: 'traces', query: (ids) => `SELECT id, records FROM trace_request WHERE id = ANY (${ids})` },
    {
      by: 'records',
      query: (ids) => `SELECT id, records FROM trace_request
        WHERE id IN (SELECT request_id FROM trace_record WHERE record_id = ANY (${ids}))`,
      where: 'EXISTS (SELECT FROM trace_record t WHERE t.record_id = r.id)',
    },
  ],
  ties: async (rows) => rows.flatMap(tiesOfTrace),
}
