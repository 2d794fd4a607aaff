/** Makes with something grown into the same field: `glockg22`, `tauruspt`, `cbc7022`, `840taurus`. */
import type { MakeRow } from './lexicons/make-row.ts'
import { modelOf } from './model-table.ts'

export interface Leak {
  readonly row: MakeRow
  /** What is left when the make is taken away. */
  readonly rest: string
}

/** A name this long is known by itself, whatever follows; a shorter one only if what follows is understood. */
const LONG_ENOUGH = 6
const SHORTEST = 4
/** Short names that clerks do run together with a number or a model. */
const SHORT_NAMES: ReadonlySet<string> = new Set([
  'cbc',
  'ina',
  'fn',
  'cz',
  'hk',
  'iwi',
  'imi',
  'sw',
  'hs',
  'mas',
  'bul',
  'pmc',
])

/** Words that follow a make and say nothing about which it is. */
const FOLLOWS =
  /^(?:\d.*|sa|br|bra|brasil|usa|us|inc|co|cia|ltd|ltda|armas|arms|ind|mod.*|model.*|cal.*|gen.*|spl|special|esp|pt\d*.*|pro|auto.*|pump.*|long|trade|tradema?r?k?|mark|tm|reg|belga|austria|germany|argentina|espanha|eibar|mun|municao|magnum|mag|luger|police|silver|black|bege|preta|semi|ltr|hc|sw|s|y|g\d.*)$/

const understood = (row: MakeRow, rest: string, notMakes: ReadonlyMap<string, unknown>) =>
  FOLLOWS.test(rest) || notMakes.has(rest) || modelOf(row.code, rest) !== null

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
    if (row === undefined || (length < SHORTEST && !SHORT_NAMES.has(name))) continue
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
    const sure = name.length >= SHORTEST || (SHORT_NAMES.has(name) && before.length > SHORTEST)
    if (notMakes.has(before) && sure) return { row, rest: '' }
    if (name.length >= 5 && (/^\d+$/.test(before) || modelOf(row.code, before) !== null)) return { row, rest: before }
  }
  return null
}
