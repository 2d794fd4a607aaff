import { WORD_FIELDS } from './fields.ts'
import type { Roll } from './roll.ts'

/** Numbers for each entry: its words in their order, its years, its day. Two entries' facts share a line of the cache. */
export const FACTS = 8
export const FACT = { make: 0, model: 1, years: WORD_FIELDS.length, day: WORD_FIELDS.length + 1 } as const

/** Years lie in one number, and are few enough for that. */
export const YEAR_BITS = 16
export const LATER_YEAR = (1 << YEAR_BITS) - 1

/** What entries state, entry by entry: whoever compares wants all of one entry at once. */
export function factsOf({ length, words, yearFrom, yearTo, day }: Roll): Int32Array {
  const facts = new Int32Array(new SharedArrayBuffer(4 * FACTS * Math.max(1, length)))
  for (const [place, field] of WORD_FIELDS.entries()) {
    const column = words[field]
    for (let entry = 0; entry < length; entry++) facts[entry * FACTS + place] = column[entry]!
  }
  for (let entry = 0; entry < length; entry++) {
    facts[entry * FACTS + FACT.years] = (yearFrom[entry]! << YEAR_BITS) | yearTo[entry]!
    facts[entry * FACTS + FACT.day] = day[entry]!
  }
  return facts
}
