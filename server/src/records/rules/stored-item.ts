import { type UnreadText, unreadTexts } from '@proofmark/domain/curation'
import type { ItemRead } from '@proofmark/domain/item'
import { markKeys } from '@proofmark/matching/keys'
import { packItem } from './packed-item.ts'

/** An item in the form in which it is stored: a fraction of what it weighs while it is read. */
export interface StoredItem {
  readonly tables: number
  readonly norm: string | null
  readonly skeleton: string | null
  readonly make: string | null
  readonly model: string | null
  readonly calibre: string | null
  readonly type: string | null
  /** The whole item, packed, as JSON. */
  readonly packed: string
  /** The keys under which it is found by its marks. */
  readonly keys: readonly number[]
  /** What of it waits for a curator. */
  readonly unread: readonly UnreadText[]
}

export function storedItem(item: ItemRead): StoredItem {
  const { tables, serial, make, model, calibre, type, marks } = item
  return {
    tables,
    norm: serial.norm,
    skeleton: serial.skeleton,
    make: make.code,
    model: model.code,
    calibre: calibre.code,
    type: type.code,
    packed: JSON.stringify(packItem(item)),
    keys: markKeys(marks),
    unread: unreadTexts(item),
  }
}
