import type { ItemRead } from './item.ts'

const WORD_FIELDS = ['make', 'importer', 'model', 'calibre', 'type', 'country'] as const

/** A stated text that no table knows. `make` is the code of the item's make, without which a model cannot be judged. */
export interface UnreadText {
  readonly field: (typeof WORD_FIELDS)[number] | 'serial'
  readonly stated: string
  readonly make: string | null
}

/** What of an item waits for a curator: every text that no table knows, once for each field. */
export function unreadTexts(item: ItemRead): UnreadText[] {
  const found: UnreadText[] = []
  const make = item.make.code
  for (const field of WORD_FIELDS) {
    const { said, stated } = item[field]
    if (said === 'unread' && stated !== null) found.push({ field, stated, make })
  }
  for (const mark of item.marks) {
    if (mark.unread) found.push({ field: 'serial', stated: mark.stated, make })
  }
  return found
}
