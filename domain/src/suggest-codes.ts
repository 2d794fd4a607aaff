/** Codes that a text may mean, for a curator to choose from. None is ever applied by itself. */
import { calibreWords } from './calibre.ts'
import { calibreKey } from './calibre-text.ts'
import { nameOfCode } from './codes.ts'
import { countryWords } from './country.ts'
import { foldKey, foldTokens, LONGEST_WORD } from './fold.ts'
import { makeWords } from './make.ts'
import { modelKey, modelWords } from './model-table.ts'
import { editDistance } from './spelling.ts'
import { typeWords } from './type.ts'
import type { CodeField } from './vocabulary-field.ts'

export interface SuggestedCode {
  readonly code: string
  readonly name: string
}

const MOST_SUGGESTED = 5
/** A part of a text is compared by itself from this length on: shorter ones are near to everything. */
const SHORTEST_PART = 4
const LONGEST_COMPARED = 40

function wordsOf(field: CodeField, make: string | null): Iterable<readonly [string, string]> {
  switch (field) {
    case 'make':
    case 'importer':
      return makeWords()
    case 'model':
      return make === null ? [] : modelWords(make)
    case 'calibre':
      return calibreWords()
    case 'type':
      return typeWords()
    case 'country':
      return countryWords()
  }
}

function keysOf(field: CodeField, text: string): string[] {
  if (field === 'calibre') return [calibreKey(text)]
  if (field === 'model') return [modelKey(text)]
  return [foldKey(text), ...foldTokens(text).filter((token) => token.length >= SHORTEST_PART)]
}

/** A third of a word may be written otherwise; at least one character, so that short words are suggested at all. */
const mostEdits = (key: string) => Math.max(1, Math.floor(key.length / 3))

/**
 * The codes of the field's table whose words lie nearest to a text or to a word in it, by edits of the keyboard, the
 * nearest first; at most five, none where nothing is near. A model's lie among those of its make.
 */
export function suggestCodes(field: CodeField, text: string, make: string | null = null): SuggestedCode[] {
  if (text.length > LONGEST_WORD) return []
  const keys = [...new Set(keysOf(field, text))].filter((key) => key !== '' && key.length <= LONGEST_COMPARED)
  const nearest = new Map<string, number>()
  for (const [word, code] of wordsOf(field, make)) {
    for (const key of keys) {
      const most = mostEdits(key)
      const distance = editDistance(key, word, most)
      if (distance <= most && distance < (nearest.get(code) ?? Number.POSITIVE_INFINITY)) nearest.set(code, distance)
    }
  }
  return [...nearest]
    .sort(([one, near], [other, far]) => near - far || (one < other ? -1 : 1))
    .slice(0, MOST_SUGGESTED)
    .map(([code]) => ({ code, name: nameOfCode(field, code, make) ?? code }))
}

/** Codes of the field's table to show to whoever named one that it does not have: the nearest, else the first few. */
export function likeCodes(field: CodeField, code: string, make: string | null = null): string[] {
  const near = suggestCodes(field, code, make).map((each) => each.code)
  if (near.length > 0) return near
  const codes = new Set<string>()
  for (const [, each] of wordsOf(field, make)) if (codes.add(each).size === MOST_SUGGESTED) break
  return [...codes]
}
