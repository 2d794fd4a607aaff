import type { ItemRead, StatedItem } from '@proofmark/domain/item'
import type { Mark } from '@proofmark/domain/marking'
import { readItem } from '@proofmark/domain/read-item'
import type { RowKind } from '@proofmark/domain/row-kind'
import type { Vocabulary } from '@proofmark/domain/vocabulary'

type Stated = Readonly<Record<string, string>>

/** The item's own columns. What is not stated is left out, so that it reads as not stated and not as blank. */
function itemOf(stated: Stated): StatedItem {
  const { serial, serial_state: serialState, make, importer, model, calibre, type, country, year, part } = stated
  const columns = { serial, serialState, make, importer, model, calibre, type, country, year, part }
  return Object.fromEntries(Object.entries(columns).filter(([, text]) => text !== undefined && text !== ''))
}

const ofLot = (mark: Mark): Mark => (mark.kind === 'serial' ? { ...mark, kind: 'lot' } : mark)

/**
 * Reads the item of what a record states by our standard columns, as the source's kind of row has it: a component is
 * one even where its type says of what firearm, and the number of an ammunition lot is the lot's. The import and the
 * reading again of what it brought are this one function.
 */
export function readStated(stated: Stated, rowKind: RowKind, vocabulary: Vocabulary): ItemRead {
  const item = readItem(itemOf(stated), vocabulary)
  if (rowKind === 'component') return { ...item, category: 'component' }
  if (rowKind !== 'ammunition-lot') return item
  const marks = item.marks.map(ofLot)
  return { ...item, category: 'ammunition', marks, serial: marks[0]! }
}
