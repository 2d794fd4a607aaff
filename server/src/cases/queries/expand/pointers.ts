import { nodeNamed } from '../../rules/graph/node.ts'
import { type Tied, tied } from '../../rules/graph/tied.ts'
import type { Expander, WayIn } from './expander.ts'

interface Row {
  readonly handle: string
  readonly record: string | null
  readonly request: string | null
  readonly day: string
  readonly until: string
}

const TOLD = (where: string) => `
  SELECT handle, record_id AS record, request_id AS request, told_at::date::text AS day, until::date::text AS until
  FROM pointer_told WHERE ended_at IS NULL AND until > now() AND ${where}`

const ways: readonly WayIn[] = [
  { by: 'pointers', query: (ids) => TOLD(`handle = ANY (${ids})`) },
  {
    by: 'records',
    query: (ids) => TOLD(`record_id = ANY (${ids})`),
    where: 'EXISTS (SELECT FROM pointer_told p WHERE p.record_id = r.id)',
  },
  { by: 'traces', query: (ids) => TOLD(`request_id = ANY (${ids})`) },
]

/** From what the question rests on. A mark that fits is a lead: whether it is the same firearm, the owner says. */
function tiesOfRow({ handle, record, request, day }: Row): Tied[] {
  const from = record === null ? nodeNamed('trace', request!) : nodeNamed('record', record)
  const ends = { id: `pointer:${handle}`, from, to: nodeNamed('pointer', handle) }
  return [
    tied(
      { ...ends, relation: 'known_to', kind: 'lead' },
      {
        records: record === null ? [] : [record],
        ...{ fromDay: day, toDay: null, since: day },
        why: [{ message: 'connect.why.known_to', values: {} }],
      },
    ),
  ]
}

/** What the reader's agency was told of a firearm that another keeps and hides. */
export const pointers: Expander<Row> = {
  kinds: ['pointer', 'firearm', 'record', 'trace'],
  ways,
  ties: async (rows) => rows.flatMap(tiesOfRow),
}
