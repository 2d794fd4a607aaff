import type { Item } from '../../linkage/rules/items.ts'
import type { LifeFacts, LifeRecord } from './life-record.ts'

/** A record of a life, before it is said how it came to the item. */
export type KnownRecord = Omit<LifeRecord, 'link'>

/** Every record that the life of an item names: its own, and those beside it. */
export function namedBy({ members, components, lot, undecided, listedTwice }: Item): string[] {
  return [
    ...new Set([
      ...members.map(({ record }) => record),
      ...components.map(({ record }) => record),
      ...lot,
      ...undecided.map(({ record }) => record),
      ...listedTwice.flatMap(({ record, other }) => [record, other]),
    ]),
  ]
}

/** What a life is judged from: the records of an item and what stands beside it, as far as they are known. */
export function factsOfItem(item: Item, known: ReadonlyMap<string, KnownRecord>, today: string): LifeFacts {
  const isKnown = ({ record }: { readonly record: string }): boolean => known.has(record)
  const records = item.members.flatMap(({ record, link }): LifeRecord[] => {
    const found = known.get(record)
    return found ? [{ ...found, link }] : []
  })
  return {
    records,
    components: item.components.filter(isKnown),
    lot: item.lot.filter((record) => known.has(record)),
    undecided: item.undecided.filter(isKnown),
    listedTwice: item.listedTwice.filter(({ record, other }) => known.has(record) && known.has(other)),
    recoveries: item.recoveries,
    today,
  }
}
