import { createHmac } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import { CASE_WORKERS } from '@proofmark/contract/route'
import type { GraphLayout, NamedWanted } from '@proofmark/contract/schemas/graph'
import type { GraphSaveRequest } from '@proofmark/contract/schemas/graph-work'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { needPart } from '../policy/case-part.ts'
import { graphsOf, graphVersions, type KeptGraph } from '../queries/kept-graphs.ts'
import { namingWalk } from '../queries/named/naming-walk.ts'
import { walkOf } from '../queries/walk.ts'
import { carriedOver, namedIn, visibleLayout } from '../rules/graph/layouts.ts'

/** The class of a case, in which what is kept with it is kept. Throws `not_found`. */
async function classOf({ client }: Context, of: string): Promise<number> {
  const { rows } = await client.query<{ vis: number }>('SELECT vis FROM case_file WHERE id = $1', [of])
  if (!rows[0]) throw new ProofmarkError('not_found', { what: of })
  return rows[0].vis
}

/**
 * Which nodes of a layout the reader may see. A witness has a place as everybody, and a name is not in it; whom records name are
 * there where somebody asks for them, as far as what names them is. Throws as `namedGround`.
 */
async function seen(
  context: Context,
  layouts: readonly GraphLayout[],
  named?: NamedWanted,
): Promise<(node: string) => boolean> {
  const nodes = [...new Set(layouts.flatMap(namedIn))]
  const { walk } = await namingWalk(walkOf(context, { relevance: true, protectedPersons: true }), named, nodes)
  const visible = await walk.visible(nodes)
  return (node) => visible.has(node)
}

export interface Kept {
  readonly version: number
  /** What others kept since the version that was rearranged. */
  readonly beside: readonly KeptGraph[]
}

/**
 * Keeps a layout as the next version of a graph of a case. What was kept since its base stays beside it and is told: two who
 * rearrange one graph lose nothing. Safe to repeat. Throws `role_needed`, `not_found`, `case_part_needed` and `graph_version_unknown`.
 */
export async function keepGraph(context: Context, said: Omit<GraphSaveRequest, 'grounds'>): Promise<Kept> {
  const { client, reader, recordSecret, audit } = context
  needRole(reader, CASE_WORKERS)
  const vis = await classOf(context, said.case)
  await needPart(context, said.case, 'member')
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`graph ${said.case} ${said.graph}`])
  const versions = await graphVersions(context, said.case, said.graph)
  const base = versions.find(({ version }) => version === said.base) ?? null
  if (said.base !== 0 && base === null)
    throw new ProofmarkError('graph_version_unknown', { version: String(said.base) })
  const sees = await seen(context, base === null ? [said.layout] : [said.layout, base.layout])
  const { within } = said.layout
  if (within && !sees(`case:${within}`)) throw new ProofmarkError('not_found', { what: within })
  const layout = carriedOver(said.layout, base?.layout ?? null, sees)
  const hmac = createHmac('sha256', recordSecret)
    .update(JSON.stringify([said.case, said.graph, said.base, layout]))
    .digest()
  const again = versions.find(({ contentHmac }) => contentHmac.equals(hmac))
  const beside = versions.filter(({ version }) => version > said.base && version !== again?.version)
  if (again) return { version: again.version, beside }
  const version = (versions[0]?.version ?? 0) + 1
  await client.query(
    `INSERT INTO case_graph (case_id, id, version, vis, base, layout, content_hmac, saved_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [said.case, said.graph, version, vis, said.base, JSON.stringify(layout), hmac, reader.account],
  )
  await audit({ action: 'graph.saved', subjects: [said.case, said.graph], body: { version, base: said.base } })
  return { version, beside }
}

export interface Opened {
  readonly kept: KeptGraph
  readonly versions: readonly KeptGraph[]
}

/** A kept layout without what the reader may not see. An entry of the log. Throws `role_needed`, `not_found`, and as `namedGround`. */
export async function openGraph(
  context: Context,
  {
    case: of,
    graph,
    version,
    named,
  }: {
    readonly case: string
    readonly graph: string
    readonly version?: number | undefined
    readonly named?: NamedWanted | undefined
  },
): Promise<Opened> {
  needRole(context.reader, CASE_WORKERS)
  const versions = await graphVersions(context, of, graph)
  const kept = version === undefined ? versions[0] : versions.find((each) => each.version === version)
  if (!kept) throw new ProofmarkError('not_found', { what: graph })
  const layout = visibleLayout(kept.layout, await seen(context, [kept.layout], named))
  await context.audit({ action: 'graph.opened', subjects: [of, graph], body: { version: kept.version } })
  return { kept: { ...kept, layout }, versions }
}

/** The graphs that are kept with a case. An entry of the log. Throws `role_needed` and `not_found`. */
export async function listGraphs(context: Context, of: string): Promise<KeptGraph[]> {
  needRole(context.reader, CASE_WORKERS)
  await classOf(context, of)
  const graphs = await graphsOf(context, of)
  await context.audit({ action: 'graph.listed', subjects: [of], body: { results: graphs.length } })
  return graphs
}
