import { type NodeKind, THING_KINDS, type ThingKind } from '@proofmark/contract/case-words'
import type { Context } from '../../access/context.ts'
import type { End } from '../commands/write-tie.ts'
import { findThings, labelsOf, type Thing } from './things.ts'

/** What of a node a tie needs to know: who keeps it, and what it is called where that is no person. */
export interface Node extends End {
  readonly vis: number
  readonly label: string | null
  /** The thing that it is, where it is one. */
  readonly thing: Thing | null
}

const THINGS: readonly NodeKind[] = THING_KINDS
export const isThingKind = (kind: NodeKind): kind is ThingKind => THINGS.includes(kind)

/** Where nodes of other desks lie. Those that are worked out, a firearm or a consignment, are no end of anything that is said. */
const TABLES = {
  record: 'record',
  recovery: 'recovery',
  exhibit: 'exhibit',
  fired_item: 'ballistic_item',
  ballistic_result: 'ballistic_result',
  trace: 'trace_request',
} as const

/** The nodes among these that the reader may see, by identifier. */
export async function findNodes(context: Context, ends: readonly End[]): Promise<ReadonlyMap<string, Node>> {
  const { query } = context
  const found = new Map<string, Node>()
  const idsOf = (wanted: (kind: NodeKind) => boolean) => [
    ...new Set(ends.filter(({ kind }) => wanted(kind)).map(({ id }) => id)),
  ]
  const things = await findThings(context, idsOf(isThingKind))
  const labels = await labelsOf(context, things.values())
  for (const thing of things.values())
    found.set(thing.id, { kind: thing.kind, id: thing.id, vis: thing.vis, label: labels.get(thing.id) ?? null, thing })
  const cases = idsOf((kind) => kind === 'case')
  if (cases.length > 0)
    for (const { id, vis, reference } of await query
      .selectFrom('case_file')
      .select(['id', 'vis', 'reference'])
      .where('id', 'in', cases)
      .execute())
      found.set(id, { kind: 'case', id, vis, label: reference, thing: null })
  const records = idsOf((kind) => kind === 'record')
  if (records.length > 0) {
    const rows = await query
      .selectFrom('record')
      .innerJoin('source', 'source.id', 'record.source_id')
      .select(['record.id', 'record.vis', 'record.source_key as key', 'source.name as source'])
      .where('record.id', 'in', records)
      .execute()
    for (const { id, vis, key, source } of rows)
      found.set(id, { kind: 'record', id, vis, label: `${source} ${key}`, thing: null })
  }
  for (const [kind, table] of Object.entries(TABLES) as [keyof typeof TABLES, (typeof TABLES)[keyof typeof TABLES]][]) {
    const ids = kind === 'record' ? [] : idsOf((each) => each === kind)
    if (ids.length === 0) continue
    const rows = await query.selectFrom(table).select(['id', 'vis']).where('id', 'in', ids).execute()
    for (const { id, vis } of rows) found.set(id, { kind, id, vis, label: null, thing: null })
  }
  return new Map([...found].filter(([id, { kind }]) => ends.some((end) => end.id === id && end.kind === kind)))
}

/** The end that a name stands for. A firearm is named by any of its records, and what is said of it is said of that record. */
export function endOf(name: string): End {
  const at = name.indexOf(':')
  const kind = name.slice(0, at) as NodeKind
  return { kind: kind === 'firearm' ? 'record' : kind, id: name.slice(at + 1) }
}
