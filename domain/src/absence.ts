import { foldKey, foldTokens } from './fold.ts'
import { ABSENCE_WORDS, LEADING_WORDS } from './lexicons/absence-words.ts'
import { foldedWords } from './lexicons/words.ts'
import { ABSENCES, type Absence } from './marking.ts'
import { SpellingTable } from './spelling.ts'

/** Shortest word that may have been cut short by a field's length, or misspelt, and is still recognised. */
const SHORTEST_CUT = 7
const SHORTEST_MISSPELT = 7

const leading = new Set(foldedWords(LEADING_WORDS))

const byWord = new Map<string, Absence>()
for (const { words } of ABSENCE_WORDS) {
  for (const absence of ABSENCES) {
    for (const key of foldedWords(words[absence] ?? '')) if (!byWord.has(key)) byWord.set(key, absence)
  }
}

/** Every beginning of a word, with its meaning, or null where words of different meaning begin alike. */
const byBeginning = new Map<string, Absence | null>()
for (const [word, absence] of byWord) {
  for (let length = SHORTEST_CUT; length < word.length; length++) {
    const beginning = word.slice(0, length)
    const known = byBeginning.get(beginning)
    byBeginning.set(beginning, known === undefined || known === absence ? absence : null)
  }
}

const misspelt = new SpellingTable<Absence>(byWord, SHORTEST_MISSPELT)

function lookUp(key: string): Absence | null {
  if (key === '') return null
  const exact = byWord.get(key)
  if (exact !== undefined) return exact
  if (key.length < SHORTEST_MISSPELT || /\d.*\d/.test(key)) return null
  return byBeginning.get(key) ?? misspelt.nearest(key)
}

function lastWithoutLeading(tokens: readonly string[]): string | null {
  const first = tokens.findIndex((token) => !leading.has(token))
  return first > 0 ? tokens.slice(first).join('') : null
}

/**
 * What words in place of a marking say: `SUPRIMIDO`, `nº raspado`, `SEM NUMERAÇÃ` (cut short), `n/c`. Null where the
 * text is no such word, which includes every text that no table knows. Never throws.
 */
export function readAbsence(stated: string): Absence | null {
  const whole = lookUp(foldKey(stated))
  if (whole !== null) return whole
  const rest = lastWithoutLeading(foldTokens(stated))
  return rest === null ? null : lookUp(rest)
}

/** Every folded word of the table, with what it says. */
export function* absenceWords(): Generator<readonly [string, Absence]> {
  yield* byWord
}

/** Like `readAbsence`, but only for a whole word of the table: for a token that stands beside a number. */
export function absenceOfToken(key: string): Absence | null {
  return key.length >= 5 ? (byWord.get(key) ?? null) : null
}
