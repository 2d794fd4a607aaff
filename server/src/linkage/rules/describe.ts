import type { ShownDescription, StatedDescription } from '@proofmark/contract/schemas/question'
import type { ItemRead, ReadWord } from '@proofmark/domain/item'
import { readPattern } from './read-pattern.ts'

/** A longer text in the place of a word is no word that a desk could look by; it stays with its record. */
const LONGEST_WORD = 120

const word = (text: string | null | undefined): string | null =>
  text === null || text === undefined || text.trim() === '' || text.length > LONGEST_WORD ? null : text

/** The word's name, or what the source says where no table knows it: `artesanal`, an obliterated maker's mark. */
function readWord({ name, stated, said }: ReadWord): string | null {
  return name ?? (said === 'not_recorded' ? null : word(stated))
}

function readYear({ year, yearStated }: ItemRead): string | null {
  if (year === null) return word(yearStated)
  return year.from === year.to ? String(year.from) : `${year.from}–${year.to}`
}

/** A description in words, as the desks see it: untouched. Throws `pattern_unreadable` for a mark in no known notation. */
export function describeStated(stated: StatedDescription): ShownDescription {
  readPattern(stated.mark)
  return {
    mark: stated.mark,
    markState: null,
    make: word(stated.make),
    model: word(stated.model),
    calibre: word(stated.calibre),
    type: word(stated.type),
    country: word(stated.country),
    year: word(stated.year),
  }
}

/** An item as read, as the desks see it: its serial and words, and nothing else of the record. */
export function describeItem(item: ItemRead): ShownDescription {
  return {
    mark: item.serial.norm,
    markState: item.serial.state,
    make: readWord(item.make),
    model: readWord(item.model),
    calibre: readWord(item.calibre),
    type: readWord(item.type),
    country: readWord(item.country),
    year: readYear(item),
  }
}

/** Is there nothing in it by which a desk could look? That a mark is gone says what happened, and not to what. */
export function saysNothing({ markState: _, ...said }: ShownDescription): boolean {
  return Object.values(said).every((each) => each === null)
}
