/** Makes with something grown into the same field: `glockg22`, `tauruspt`, `cbc7022`, `840taurus`. */
import type { MakeRow } from './lexicons/make-row.ts'
import { FOLLOWING_WORDS, SHORT_NAMES } from './lexicons/not-makes.ts'
import { foldedWords } from './lexicons/words.ts'
import { modelOf } from './model-table.ts'

export interface Leak {
  readonly row: MakeRow
  /** What is left when the make is taken away. */
  readonly rest: string
}

/** A name this long is known by itself, whatever follows; a shorter one only if what follows is understood. */
const LONG_ENOUGH = 6
const SHORTEST = 4
const shortNames = new Set(foldedWords(SHORT_NAMES))
const following = new Set(foldedWords(FOLLOWING_WORDS))
/** A number, or a word that opens one: `mod651`, `cal38`, `gen5`, `pt58`, `g22`. */
const NUMBER_FOLLOWS = /^(?:mod|modelo|model|cal|calibre|gen|auto|pump|pt|g)?\d.*$/

const understood = (row: MakeRow, rest: string, notMakes: ReadonlyMap<string, unknown>) =>
  NUMBER_FOLLOWS.test(rest) || following.has(rest) || notMakes.has(rest) || modelOf(row.code, rest) !== null

function namesOther(row: MakeRow, rest: string, byWord: ReadonlyMap<string, MakeRow>): boolean {
  for (let length = Math.min(rest.length, 12); length >= 3; length--) {
    const other = byWord.get(rest.slice(0, length))
    if (other && other !== row) return true
  }
  return false
}

/**
 * The make that a folded word begins or ends with, if what is left is understood or the name is long enough to stand
 * for itself, and no other make follows. Null otherwise.
 */
export function leakedMake(
  key: string,
  byWord: ReadonlyMap<string, MakeRow>,
  notMakes: ReadonlyMap<string, unknown>,
): Leak | null {
  for (let length = Math.min(key.length - 1, 24); length >= 2; length--) {
    const name = key.slice(0, length)
    const row = byWord.get(name)
    if (row === undefined || (length < SHORTEST && !shortNames.has(name))) continue
    const rest = key.slice(length)
    if (understood(row, rest, notMakes)) return { row, rest }
    if (length >= LONG_ENOUGH && !namesOther(row, rest, byWord)) return { row, rest }
    if (length >= LONG_ENOUGH) return null
  }
  for (let start = 1; start <= key.length - 3; start++) {
    const name = key.slice(start)
    const row = byWord.get(name)
    const before = key.slice(0, start)
    if (row === undefined) continue
    const sure = name.length >= SHORTEST || (shortNames.has(name) && before.length > SHORTEST)
    if (notMakes.has(before) && sure) return { row, rest: '' }
    if (name.length >= 5 && (/^\d+$/.test(before) || modelOf(row.code, before) !== null)) return { row, rest: before }
  }
  return null
}
