import type { ItemRead } from './item.ts'
import { TYPES } from './lexicons/types.ts'
import { readItem } from './read-item.ts'
import { vocabularyKey } from './vocabulary.ts'
import { CODE_FIELDS, type VocabularyField } from './vocabulary-field.ts'

/** A stated text that no table knows. `make` is the code of the item's make, without which a model cannot be judged. */
export interface UnreadText {
  readonly field: VocabularyField
  readonly stated: string
  readonly make: string | null
}

/**
 * What of an item waits for a curator: every text that no table knows, once for each field. What is too long to be a
 * word waits for nobody; it stays as stated.
 */
export function unreadTexts(item: ItemRead): UnreadText[] {
  const found: UnreadText[] = []
  const make = item.make.code
  for (const field of CODE_FIELDS) {
    const { said, stated } = item[field]
    if (said === 'unread' && stated !== null) found.push({ field, stated, make })
  }
  for (const mark of item.marks) {
    if (mark.unread) found.push({ field: 'serial', stated: mark.stated, make })
  }
  return found.filter(({ field, stated }) => vocabularyKey(field, stated) !== null)
}

/** A bare number's meaning depends on the type, so a calibre may be read of one firearm and not of another. */
const TYPES_OF_CALIBRES = ['', ...Object.keys(TYPES)]

/**
 * Do the tables leave a text of this field unread, so that it can be decided on? `make` is the code of the make under
 * which a model is judged.
 */
export function isUnread(field: VocabularyField, stated: string, make: string | null): boolean {
  const types = field === 'calibre' ? TYPES_OF_CALIBRES : ['']
  return types.some((type) =>
    unreadTexts(readItem({ type, make: make ?? '', [field]: stated })).some((each) => each.field === field),
  )
}
