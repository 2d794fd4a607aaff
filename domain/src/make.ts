import { readAbsence } from './absence.ts'
import { foldKey, isBlank, LONGEST_WORD } from './fold.ts'
import type { ReadWord } from './item.ts'
import type { MakeRow } from './lexicons/make-row.ts'
import { MAKES_AMERICAS } from './lexicons/makes-americas.ts'
import { MAKES_ASIA_AFRICA } from './lexicons/makes-asia-africa.ts'
import { MAKES_EUROPE } from './lexicons/makes-europe.ts'
import { MAKES_EUROPE_EAST } from './lexicons/makes-europe-east.ts'
import { COMMON_BEGINNINGS, CRAFT_WORDS, INSCRIPTIONS, NO_MAKE_WORDS } from './lexicons/not-makes.ts'
import { foldedWords } from './lexicons/words.ts'
import { leakedMake } from './make-leak.ts'
import { absentWord, blankWord, namedWord, saidWord, unreadWord } from './read-word.ts'
import { SpellingTable } from './spelling.ts'

export const MAKES: readonly MakeRow[] = [
  ...MAKES_AMERICAS,
  ...MAKES_EUROPE,
  ...MAKES_EUROPE_EAST,
  ...MAKES_ASIA_AFRICA,
]

export interface MakeRead {
  readonly make: ReadWord
  /** Named where the word is an importer's, which then is no maker's. */
  readonly importer: ReadWord | null
  /** What stood behind or before the make in the same field, folded: `g22` of `glockg22`. Empty where nothing did. */
  readonly leaked: string
}

const SHORTEST_MISSPELT = 5
/** Letters that a word cut short by a field's length must still have to be recognised. */
const SHORTEST_CUT = 7

const rows = new Map<string, MakeRow>(MAKES.map((row) => [row.code, row]))
const byWord = new Map<string, MakeRow>()
for (const row of MAKES) {
  for (const key of [...foldedWords(row.words), ...foldedWords(row.misspelt), foldKey(row.name), foldKey(row.code)]) {
    if (!byWord.has(key)) byWord.set(key, row)
  }
}

/** Every beginning of a name, with its make, or null where names of several makes begin alike. */
const byBeginning = new Map<string, MakeRow | null>()
for (const row of MAKES) {
  for (const key of foldedWords(row.words)) {
    for (let length = SHORTEST_CUT; length < key.length; length++) {
      const beginning = key.slice(0, length)
      if (COMMON_BEGINNINGS.some((common) => common.startsWith(beginning.slice(0, -1)))) continue
      const known = byBeginning.get(beginning)
      byBeginning.set(beginning, known === undefined || known === row ? row : null)
    }
  }
}

const notMakes = new Map<string, 'craft' | 'none' | 'not_recorded'>()
for (const key of foldedWords(INSCRIPTIONS)) notMakes.set(key, 'not_recorded')
for (const key of foldedWords(NO_MAKE_WORDS)) notMakes.set(key, 'none')
for (const key of foldedWords(CRAFT_WORDS)) notMakes.set(key, 'craft')

/** Names of makes and words that are none, so that a word close to both is left unread. */
const spelling = new SpellingTable<MakeRow | null>(
  (function* () {
    for (const row of MAKES) {
      for (const key of [...foldedWords(row.words), foldKey(row.name)]) yield [key, row] as const
    }
    for (const key of notMakes.keys()) if (!byWord.has(key)) yield [key, null] as const
  })(),
  SHORTEST_MISSPELT,
)

const MEANS_NO_MAKE = {
  craft: (stated: string) => saidWord(stated, 'craft'),
  none: (stated: string) => absentWord(stated, 'none_found'),
  not_recorded: (stated: string) => absentWord(stated, 'not_recorded'),
} as const

function noMake(stated: string, key: string): ReadWord | null {
  const meaning = notMakes.get(key)
  if (meaning) return MEANS_NO_MAKE[meaning](stated)
  if (key === '' || /^[0x]+$/.test(key)) return absentWord(stated, 'not_recorded')
  const absence = readAbsence(stated)
  return absence === null ? null : absentWord(stated, absence)
}

function named(stated: string, row: MakeRow, leaked: string): MakeRead {
  if (row.role === 'importer') {
    return { make: absentWord(stated, 'not_recorded'), importer: namedWord(stated, row.code, row.name), leaked }
  }
  return { make: namedWord(stated, row.code, row.name), importer: null, leaked }
}

/**
 * Reads a stated make: a known name, in any case, spacing, script or known misspelling; a name cut short by the field;
 * a name with a model, calibre or other word grown into it (`glockg22`); or one edit from a name where no other word is
 * as near. An importer written as the make is read as the importer. Words for no make say so. What no table knows is
 * unread.
 */
export function readMake(stated: string | null | undefined): MakeRead {
  if (stated === null || stated === undefined || isBlank(stated)) {
    return { make: blankWord(stated), importer: null, leaked: '' }
  }
  if (stated.length > LONGEST_WORD) return { make: unreadWord(stated), importer: null, leaked: '' }
  const key = foldKey(stated)
  const exact = byWord.get(key)
  if (exact) return named(stated, exact, '')
  const none = noMake(stated, key)
  if (none) return { make: none, importer: null, leaked: '' }
  const cut = byBeginning.get(key)
  if (cut) return named(stated, cut, '')
  const leak = leakedMake(key, byWord, notMakes)
  if (leak) return named(stated, leak.row, leak.rest)
  const misspelt = /\d/.test(key) ? null : spelling.nearest(key)
  return misspelt ? named(stated, misspelt, '') : { make: unreadWord(stated), importer: null, leaked: '' }
}

/** A stated make that is known to mean this code, or null where no table knows the code. */
export function makeByCode(stated: string, code: string): MakeRead | null {
  const row = rows.get(code)
  return row === undefined ? null : named(stated, row, '')
}

/** Reads a stated importer. A maker's name in that field is kept as named: makers import too. */
export function readImporter(stated: string | null | undefined): ReadWord {
  const { make, importer } = readMake(stated)
  return importer ?? make
}

/** A make's row, or null where no table knows the code. */
export function findMake(code: string): MakeRow | null {
  return rows.get(code) ?? null
}

/** Every folded word for a make, with the make's code. */
export function* makeWords(): Generator<readonly [string, string]> {
  for (const [word, { code }] of byWord) yield [word, code]
}

/** Every folded word that stands where a make would and is none, with what it says. */
export function* notMakeWords(): Generator<readonly [string, 'craft' | 'none' | 'not_recorded']> {
  yield* notMakes
}

/** The row of a make named by exactly this folded word, or null. */
export function makeNamed(key: string): MakeRow | null {
  return byWord.get(key) ?? null
}

/** 0 for the same make, 1 for another. Makes have no degrees: a licensed copy is another make. */
export function makeDistance(a: string, b: string): 0 | 1 {
  return a === b ? 0 : 1
}
