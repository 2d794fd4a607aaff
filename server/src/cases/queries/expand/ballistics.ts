import { nodeNamed } from '../../rules/graph/node.ts'
import { type Tied, tied } from '../../rules/graph/tied.ts'
import { compared } from './ballistic-results.ts'
import type { Expander, WayIn } from './expander.ts'

interface Row {
  readonly item: string
  readonly entry: 'fired_item' | 'test_fire'
  readonly exhibit: string | null
  readonly record: string | null
}

/** An item as its last version says it, for each way in; an older version may have named another exhibit. */
const LAST = (where: string) => `
  SELECT i.id AS item, i.entry, e.id AS exhibit, r.id AS record
  FROM ballistic_item i
  JOIN LATERAL (
    SELECT exhibit_id, record_id FROM ballistic_item_version WHERE item_id = i.id ORDER BY version DESC LIMIT 1
  ) v ON true
  LEFT JOIN exhibit e ON e.id = v.exhibit_id
  LEFT JOIN record r ON r.id = v.record_id AND r.version IS NOT NULL
  WHERE ${where}`
const itemsOf = (column: string) => (ids: string) =>
  LAST(
    `i.id IN (SELECT item_id FROM ballistic_item_version WHERE ${column} = ANY (${ids})) AND v.${column} = ANY (${ids})`,
  )
const ways: readonly WayIn[] = [
  { by: 'firedItems', query: (ids) => LAST(`i.id = ANY (${ids})`) },
  { by: 'exhibits', query: itemsOf('exhibit_id') },
  {
    by: 'records',
    query: itemsOf('record_id'),
    where: 'EXISTS (SELECT FROM ballistic_item_version b WHERE b.record_id = r.id)',
  },
]

function tiesOfRow({ item, entry, exhibit, record }: Row): Tied[] {
  const node = nodeNamed('fired_item', item)
  const ties: Tied[] = []
  if (exhibit)
    ties.push(
      tied(
        {
          id: `fired:${item}:exhibit`,
          from: node,
          to: nodeNamed('exhibit', exhibit),
          relation: 'recorded_as',
          kind: 'fact',
        },
        { why: [{ message: 'connect.why.item_of_exhibit', values: {} }] },
      ),
    )
  if (record)
    ties.push(
      tied(
        { id: `fired:${item}:record`, from: node, to: nodeNamed('record', record), relation: 'fired_by', kind: 'fact' },
        { records: [record], why: [{ message: `connect.why.${entry}`, values: {} }] },
      ),
    )
  return ties
}

/** Fired items, the firearms that fired them, and what comparisons showed. */
export const ballistics: Expander<Row> = {
  kinds: ['fired_item', 'ballistic_result', 'exhibit', 'firearm', 'record'],
  ways,
  ties: async (rows, expanding, nodes) => [...rows.flatMap(tiesOfRow), ...(await compared(expanding, nodes))],
}
