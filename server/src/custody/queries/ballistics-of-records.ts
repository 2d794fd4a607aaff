import type { Context } from '../../access/context.ts'
import { comparisonsAround } from './ballistic-comparisons.ts'
import { itemsById } from './ballistic-items.ts'

/** What ties a firearm to a scene: a lead that nobody confirmed, or a hit that two examiners did. */
export interface SceneTie {
  readonly item: string
  readonly level: 'lead' | 'hit'
  readonly reference: string
  /** As the laboratory knows it: a day, a month or a year. */
  readonly date: string | null
  readonly place: string | null
}

/**
 * What was fired by the firearm that these records speak of, or may have been, of what the reader may see: found from its
 * test fires along confirmed hits, each scene once, hits first. What was excluded or is in dispute ties nothing.
 */
export async function ballisticsOfRecords(context: Context, records: readonly string[]): Promise<SceneTie[]> {
  if (records.length === 0) return []
  const { rows } = await context.client.query<{ item: string }>(
    `SELECT DISTINCT v.item_id AS item FROM ballistic_item_version v WHERE v.record_id = ANY ($1::uuid[]) ORDER BY item`,
    [records],
  )
  const levels = new Map<string, 'lead' | 'hit'>()
  for (const { item } of rows)
    for (const { first, second, level } of await comparisonsAround(context, item)) {
      if (level !== 'hit' && level !== 'lead') continue
      for (const end of [first, second]) if (levels.get(end) !== 'hit') levels.set(end, level)
    }
  const items = await itemsById(context, [...levels.keys()])
  const ties = [...items.values()].flatMap(({ id, entry, reference, said }): SceneTie[] => {
    if (entry !== 'fired_item') return []
    return [{ item: id, level: levels.get(id)!, reference, date: said.date ?? null, place: said.place ?? null }]
  })
  return [...ties.filter(({ level }) => level === 'hit'), ...ties.filter(({ level }) => level === 'lead')]
}
