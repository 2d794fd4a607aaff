import type { GraphLayout } from '@proofmark/contract/schemas/graph'
import type { Context } from '../../access/context.ts'

/** A version of a kept graph. */
export interface KeptGraph {
  readonly graph: string
  readonly version: number
  readonly base: number
  readonly by: string
  readonly at: Date
  readonly layout: GraphLayout
  readonly contentHmac: Buffer
}

const KEPT = `
  SELECT k.id AS graph, k.version, k.base, a.name AS by, k.saved_at AS at, k.layout, k.content_hmac AS "contentHmac"
  FROM case_graph k JOIN account a ON a.id = k.saved_by`

/** All versions of a graph of a case, the last first. */
export async function graphVersions({ client }: Context, of: string, graph: string): Promise<KeptGraph[]> {
  const { rows } = await client.query<KeptGraph>(`${KEPT} WHERE k.case_id = $1 AND k.id = $2 ORDER BY k.version DESC`, [
    of,
    graph,
  ])
  return rows
}

/** The graphs of a case, each in its last version, by name. */
export async function graphsOf({ client }: Context, of: string): Promise<KeptGraph[]> {
  const { rows } = await client.query<KeptGraph>(
    `${KEPT} WHERE k.case_id = $1 AND NOT EXISTS (
       SELECT FROM case_graph l WHERE l.case_id = k.case_id AND l.id = k.id AND l.version > k.version
     ) ORDER BY k.layout ->> 'name', k.id`,
    [of],
  )
  return rows
}
