import { type AudienceKind, type HandlingStated, mayLeave } from '@proofmark/domain/may-leave'
import type { Context } from '../../access/context.ts'
import { idOf } from '../rules/graph/node.ts'
import type { ShownGraph, ShownNode } from './shown-graph.ts'

/** For whom a file is made, beyond the reader's own agency. */
export type FileAudience = Extract<AudienceKind, 'court' | 'onward'>

interface Evaluated {
  readonly scheme: HandlingStated['scheme']
  readonly codes?: readonly string[]
}

interface Kept {
  readonly id: string
  readonly agency: string
  readonly handling: string
}

/** In which class each of these is kept, where the reader may see it. */
const KEPT = `
  SELECT x.id, v.agency_id AS agency, v.handling FROM (
    ${['record', 'thing', 'case_file', 'recovery', 'exhibit']
      .map((table) => `SELECT id, vis FROM ${table} WHERE id = ANY ($1::uuid[])`)
      .join(' UNION ALL ')}
  ) x JOIN visibility v ON v.id = x.vis`

/**
 * A graph without what may not leave to this audience (DOMAIN 2.12). A tie goes where its originator's codes, or the handling
 * of another agency's row, forbid it; a node that may not be named stays as a node without a name. An agency needs nobody's
 * permission for its own rows; codes that an originator gave bind it all the same, since no permission stands beside them.
 */
export async function withoutBarred(context: Context, graph: ShownGraph, kind: FileAudience): Promise<ShownGraph> {
  const { client, reader, now } = context
  const on = now.toISOString().slice(0, 10)
  const forbids = ({ scheme, codes = [] }: Evaluated) =>
    mayLeave({ scheme, codes, conditions: null, originator: '', expires: null }, { kind, on }).decision !== 'allowed'
  const bars = (agency: string, handling: string) =>
    agency !== reader.agency?.id && forbids({ scheme: 'europol', codes: [handling] })
  const ids = [...new Set(graph.nodes.flatMap(({ node, records }) => [idOf(node), ...records]))].filter(isIdentifier)
  const kept = new Map((await client.query<Kept>(KEPT, [ids])).rows.map((row) => [row.id, row]))
  const { rows: values } = await client.query<{ id: string; evaluation: Evaluated }>(
    `SELECT thing_id AS id, said -> 'evaluation' AS evaluation FROM thing_value
     WHERE thing_id = ANY ($1::uuid[]) AND withdrawn_at IS NULL AND said -> 'evaluation' IS NOT NULL`,
    [ids],
  )
  const graded = new Set(values.filter(({ evaluation }) => forbids(evaluation)).map(({ id }) => id))
  const { rows: ties } = await client.query<{
    id: string
    agency: string
    handling: string
    evaluation: Evaluated | null
  }>(
    `SELECT t.id, v.agency_id AS agency, v.handling, t.said -> 'evaluation' AS evaluation
     FROM tie t JOIN visibility v ON v.id = t.vis WHERE t.node_id = ANY ($1::uuid[]) AND t.withdrawn_at IS NULL`,
    [ids],
  )
  const barred = new Set(
    ties
      .filter(
        ({ agency, handling, evaluation }) => bars(agency, handling) || (evaluation !== null && forbids(evaluation)),
      )
      .map(({ id }) => id),
  )
  const isNamed = ({ node, records }: ShownNode): boolean => {
    const rows = [idOf(node), ...records].flatMap((id) => kept.get(id) ?? [])
    return rows.length > 0 && !graded.has(idOf(node)) && !rows.some(({ agency, handling }) => bars(agency, handling))
  }
  return {
    ...graph,
    nodes: graph.nodes.map((node) => (isNamed(node) ? node : { ...node, label: null, fromDay: null, toDay: null })),
    ties: graph.ties.filter(({ id }) => !barred.has(id)),
  }
}

const IDENTIFIER = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const isIdentifier = (id: string): boolean => IDENTIFIER.test(id)
