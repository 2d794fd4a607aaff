import { readAbsence } from './absence.ts'
import { foldKey, isBlank } from './fold.ts'
import type { ReadWord } from './item.ts'
import { COUNTRIES } from './lexicons/countries.ts'
import { COUNTRY_WORDS, DEMONSTRATION_COUNTRIES, FORMER_STATES, type FormerState } from './lexicons/country-words.ts'
import { foldedWords } from './lexicons/words.ts'
import { absentWord, blankWord, namedWord, unreadWord } from './read-word.ts'

export interface Country {
  /** ISO 3166-1 alpha-2; ISO 3166-3 alpha-4 for a state that no longer exists. */
  readonly code: string
  readonly alpha3: string | null
  readonly name: string
}

const byCode = new Map<string, Country>()
const byWord = new Map<string, Country>()
const former = new Map<string, FormerState>(FORMER_STATES.map((state) => [state.code, state]))

function add(country: Country, words: readonly string[]): void {
  byCode.set(country.code, country)
  for (const word of words) if (word !== '' && !byWord.has(word)) byWord.set(word, country)
}

for (const [code, alpha3, names] of COUNTRIES) {
  const country = { code, alpha3, name: names.split('|')[0]! }
  add(country, [foldKey(code), foldKey(alpha3), ...foldedWords(names), ...foldedWords(COUNTRY_WORDS[code] ?? '')])
}
for (const { code, name, words } of FORMER_STATES)
  add({ code, alpha3: null, name }, [foldKey(code), ...foldedWords(words)])
for (const code of DEMONSTRATION_COUNTRIES) add({ code, alpha3: null, name: `Country ${code}` }, [foldKey(code)])

/**
 * Reads a stated country: a code or a name, in any of the tables' languages. States that no longer exist keep a code of
 * their own. `NA` is Namibia and `n/a` is not a country. What no table knows is unread.
 */
export function readCountry(stated: string | null | undefined): ReadWord {
  if (stated === null || stated === undefined || isBlank(stated)) return blankWord(stated)
  const bareCode = /^\s*[A-Za-z]{2,3}\s*$/.test(stated)
  const absence = bareCode ? null : readAbsence(stated)
  const country = absence === null ? byWord.get(foldKey(stated)) : undefined
  if (country) return namedWord(stated, country.code, country.name)
  const said = absence ?? readAbsence(stated)
  return said === null ? unreadWord(stated) : absentWord(stated, said)
}

/** A country by its code, or null where no table knows it. */
export function findCountry(code: string): Country | null {
  return byCode.get(code) ?? null
}

/** Every folded name and code of a country, with the country's code. */
export function* countryWords(): Generator<readonly [string, string]> {
  for (const [word, { code }] of byWord) yield [word, code]
}

/** The states that answer today for a state that no longer exists; the country itself where it still does. */
export function successorsOf(code: string): readonly string[] {
  return former.get(code)?.successors ?? [code]
}

/** The last year of a state that no longer exists, null for one that does. */
export function lastYearOf(code: string): number | null {
  return former.get(code)?.until ?? null
}

/** 0 the same, 0.3 where one is a successor of the other or both of one former state, 1 otherwise. */
export function countryDistance(a: string, b: string): number {
  if (a === b) return 0
  const left = successorsOf(a)
  const right = successorsOf(b)
  if (!former.has(a) && !former.has(b)) return 1
  return left.some((code) => right.includes(code)) ? 0.3 : 1
}
