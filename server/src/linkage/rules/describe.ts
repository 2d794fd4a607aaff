import { describableWord as word } from '@proofmark/contract/described-item'
import type { ShownDescription, StatedDescription } from '@proofmark/contract/schemas/question'
import { readPattern } from './read-pattern.ts'

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

/** Is there nothing in it by which a desk could look? That a mark is gone says what happened, and not to what. */
export function saysNothing({ markState: _, ...said }: ShownDescription): boolean {
  return Object.values(said).every((each) => each === null)
}
