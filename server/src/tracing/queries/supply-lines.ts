import type { Context } from '../../access/context.ts'
import type { Item } from '../../linkage/rules/items.ts'
import { factsOfItem, type KnownRecord } from '../rules/facts-of-item.ts'
import { type SupplyLine, supplyLine } from '../rules/supply-line.ts'
import { lifeRecords } from './life-records.ts'

/** So many records are read at once. */
const AT_ONCE = 2_000

async function recordsOf(context: Context, items: readonly Item[]): Promise<ReadonlyMap<string, KnownRecord>> {
  const ids = [...new Set(items.flatMap(({ members }) => members.map(({ record }) => record)))]
  const known = new Map<string, KnownRecord>()
  for (let at = 0; at < ids.length; at += AT_ONCE)
    for (const [id, record] of await lifeRecords(context, ids.slice(at, at + AT_ONCE))) known.set(id, record)
  return known
}

/** What the records that the reader may see say of the supply of these firearms, in their order. */
export async function supplyLines(context: Context, items: readonly Item[]): Promise<SupplyLine[]> {
  const known = await recordsOf(context, items)
  const today = context.now.toISOString().slice(0, 10)
  return items.map((item) => supplyLine(factsOfItem(item, known, today)))
}
