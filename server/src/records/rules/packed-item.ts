import type { ItemRead } from '@proofmark/domain/item'
import type { Mark } from '@proofmark/domain/marking'
import { charactersOf } from '@proofmark/domain/serial-characters'

type PackedMark = Omit<Mark, 'characters'> & { readonly characters?: Mark['characters'] }

/** An item as it is stored: the serial once, and no character that its norm already tells. */
export type PackedItem = Omit<ItemRead, 'serial' | 'marks'> & { readonly marks: readonly PackedMark[] }

function packMark({ characters, ...mark }: Mark): PackedMark {
  const told = characters.every(({ state }) => state === 'clear')
  return told ? mark : { ...mark, characters }
}

function unpackMark(mark: PackedMark): Mark {
  return { ...mark, characters: mark.characters ?? (mark.norm === null ? [] : charactersOf(mark.norm)) }
}

export function packItem({ serial: _, marks, ...item }: ItemRead): PackedItem {
  return { ...item, marks: marks.map(packMark) }
}

/** The item as it was read. Throws a TypeError for what was never packed. */
export function unpackItem({ marks, ...item }: PackedItem): ItemRead {
  const read = marks.map(unpackMark)
  const serial = read[0]
  if (!serial) throw new TypeError('A stored item has no mark; the first is its serial.')
  return { ...item, serial, marks: read }
}
