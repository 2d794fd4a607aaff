import type { NodeKind } from '@proofmark/contract/case-words'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { idOf, idsOf, isOfRecord, type NodeName, nodeNamed } from '../rules/graph/node.ts'
import type { WithinCase } from '../rules/graph/within.ts'
import { VISIBLE_END } from './expand/visible-end.ts'
import type { Firearms } from './firearms.ts'

interface Row {
  readonly kind: NodeKind
  readonly id: string
}

/** Things recorded in the case, and the ends of whatever was said in it or of it: both ends of a tie, or neither. */
const GIVEN = `
  SELECT kind, id FROM thing WHERE case_id = $1
  UNION
  SELECT e.kind, e.id FROM (
    SELECT t.other_kind AS kind, t.other_id AS id, t.records,
      t.node_id = $1 OR count(*) OVER (PARTITION BY t.id) = 2 AS both
    FROM tie t WHERE (t.case_id = $1 OR t.node_id = $1) AND t.withdrawn_at IS NULL AND ${VISIBLE_END}
  ) AS said
  CROSS JOIN LATERAL (
    SELECT said.kind, said.id UNION ALL SELECT 'record', r FROM unnest(said.records) r
  ) AS e
  WHERE said.both`

/**
 * A report of a recovery rests on its exhibits, an exhibit on its record and its report, a fired item on what
 * fired it, a comparison on its two items. */
const GROUNDS = `
  WITH item AS (
    SELECT i.id, v.exhibit_id, v.record_id FROM ballistic_item i
    JOIN LATERAL (
      SELECT exhibit_id, record_id FROM ballistic_item_version WHERE item_id = i.id ORDER BY version DESC LIMIT 1
    ) v ON true
    WHERE i.id = ANY ($4::uuid[]) OR i.id IN (
      SELECT unnest(ARRAY[first_id, second_id]) FROM ballistic_result WHERE id = ANY ($6::uuid[])
    )
  ), own AS (
    SELECT id, recovery_id, record_id FROM exhibit
    WHERE recovery_id = ANY ($1::uuid[]) OR id = ANY ($2::uuid[]) OR record_id = ANY ($3::uuid[])
      OR id IN (SELECT exhibit_id FROM item)
  )
  SELECT 'exhibit' AS kind, id FROM own
  UNION SELECT 'fired_item', id FROM item
  UNION SELECT 'recovery', r.id FROM own JOIN recovery r ON r.id = own.recovery_id
  UNION SELECT 'record', record_id FROM own WHERE record_id IS NOT NULL
  UNION SELECT 'record', record_id FROM item WHERE record_id IS NOT NULL
  UNION SELECT 'record', unnest(records) FROM trace_request WHERE id = ANY ($5::uuid[])`

/**
 * What was given to a case or said in it, and what that rests on, among what the reader may see: records as themselves, and not
 * as the firearms of which they speak. Throws `not_found` for a case that is not there for the reader.
 */
export async function standsInCase({ client }: Context, id: string): Promise<readonly NodeName[]> {
  const found = await client.query('SELECT FROM case_file WHERE id = $1', [id])
  if (found.rowCount === 0) throw new ProofmarkError('not_found', { what: id })
  const named = ({ rows }: { readonly rows: readonly Row[] }) => rows.map(({ kind, id: of }) => nodeNamed(kind, of))
  const given = named(await client.query<Row>({ name: 'graph-given', text: GIVEN, values: [id] }))
  const idsUnder = (...kinds: readonly NodeKind[]) => idsOf(given, ...kinds)
  const grounds = named(
    await client.query<Row>({
      name: 'graph-grounds',
      text: GROUNDS,
      values: [
        ...[idsUnder('recovery'), idsUnder('exhibit'), idsUnder('record', 'firearm')],
        ...[idsUnder('fired_item'), idsUnder('trace'), idsUnder('ballistic_result')],
      ],
    }),
  )
  return [...given, ...grounds]
}

/** The same as nodes of the graph, where a firearm is one node. Throws as `standsInCase`. */
export async function withinCase(context: Context, firearms: Firearms, id: string): Promise<WithinCase> {
  const all = await standsInCase(context, id)
  await firearms.fold(all.filter(isOfRecord).map(idOf))
  const names = all.flatMap((node): NodeName[] => {
    const name = isOfRecord(node) ? firearms.nameOf(idOf(node)) : node
    return name === null ? [] : [name]
  })
  return { case: id, nodes: new Set([nodeNamed('case', id), ...names]) }
}
