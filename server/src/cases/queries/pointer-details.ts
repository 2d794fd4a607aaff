import type { Context } from '../../access/context.ts'
import { idsOf, type NodeName, nodeNamed } from '../rules/graph/node.ts'
import type { Worded } from '../rules/graph/tied.ts'

export interface PointerDetail {
  readonly label: string
  readonly detail: readonly Worded[]
  readonly fromDay: string
  readonly toDay: string
  readonly pointer: { readonly agency: string; readonly desk: string; readonly handle: string }
}

interface Row {
  readonly handle: string
  readonly agency: string
  readonly desk: string
  readonly day: string
  readonly until: string
}

/** Whom to ask, and under which handle: all that the reader's agency was told. */
export async function pointerDetails(
  { client }: Context,
  nodes: readonly NodeName[],
): Promise<ReadonlyMap<NodeName, PointerDetail>> {
  const handles = idsOf(nodes, 'pointer')
  if (handles.length === 0) return new Map()
  const { rows } = await client.query<Row>({
    name: 'graph-pointers',
    text: `SELECT p.handle, g.name AS agency, g.desk, p.told_at::date::text AS day, p.until::date::text AS until
           FROM pointer_told p JOIN agency g ON g.id = p.contact_agency_id WHERE p.handle = ANY ($1::uuid[])`,
    values: [handles],
  })
  return new Map(
    rows.map(({ handle, agency, desk, day, until }) => [
      nodeNamed('pointer', handle),
      {
        label: agency,
        detail: [{ message: 'connect.detail.pointer', values: { day, until } }],
        ...{ fromDay: day, toDay: day },
        pointer: { agency, desk, handle },
      },
    ]),
  )
}
