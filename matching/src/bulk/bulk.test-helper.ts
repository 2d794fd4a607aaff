import type { StatedItem } from '@proofmark/domain/item'
import { readItem } from '@proofmark/domain/read-item'
import { Legend, type Roll, type RollEntry, rollOf } from './roll.ts'
import { rollEntry } from './roll-entry.ts'

/** A row of a file as an entry of a roll. */
export function entryOf({ date, ...stated }: StatedItem & { readonly date?: string }): RollEntry {
  return rollEntry(readItem(stated), date ?? null)
}

export interface TwoRolls {
  readonly legend: Legend
  readonly records: Roll
  readonly entries: Roll
}

export function twoRolls(
  records: readonly Parameters<typeof entryOf>[0][],
  entries: readonly Parameters<typeof entryOf>[0][],
): TwoRolls {
  const legend = new Legend()
  return { legend, records: rollOf(records.map(entryOf), legend), entries: rollOf(entries.map(entryOf), legend) }
}
