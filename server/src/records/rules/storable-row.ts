import type { ReadRow } from './read-row.ts'
import { type StoredItem, storedItem } from './stored-item.ts'

/** An assertion that was read, ready to be stored. */
export interface StorableRow extends Omit<ReadRow, 'item'> {
  readonly stored: StoredItem
}

export function storable({ item, ...row }: ReadRow): StorableRow {
  return { ...row, stored: storedItem(item) }
}
