/**
 * An agency's own words: what its steward says that a text means which no table knows. The tables are asked first, and
 * the vocabulary answers only what they leave unread: a later table may take a word over, and no decision ever changes
 * what a table says.
 */
import { calibreKey } from './calibre-text.ts'
import { isCode } from './codes.ts'
import { foldKey, isBlank, LONGEST_WORD } from './fold.ts'
import { modelKey } from './model-table.ts'
import {
  isVocabularyField,
  type SaidOfMark,
  type SaidOfWord,
  saidWords,
  type VocabularyField,
} from './vocabulary-field.ts'

/** What a text means: what a table knows by this code, or, where it names nothing, what it says instead. */
export type Meaning = { readonly code: string } | { readonly said: SaidOfWord | SaidOfMark }

/** One decision, or, where both `code` and `said` are null, the withdrawal of those before it on the same text. */
export interface VocabularyDecision {
  /** A bigint as text; a later decision has a higher one. */
  readonly id: string
  readonly field: string
  readonly stated: string
  /** The code of the make under which a model was judged; null for every other field. */
  readonly make: string | null
  readonly code: string | null
  readonly said: string | null
}

export interface Vocabulary {
  /** The last decision that it counts, `0` before the first: a record read under a lower one is read again. */
  readonly version: string
  readonly meanings: ReadonlyMap<string, Meaning>
}

export const NO_VOCABULARY: Vocabulary = { version: '0', meanings: new Map() }

/**
 * The text as it is compared: folded as the field's own table folds it, so that case, accents and blanks do not matter
 * but a calibre's point does. Null where nothing is stated, and for what is too long to be a word: neither waits for
 * anybody.
 */
export function vocabularyKey(field: VocabularyField, stated: string): string | null {
  const text = stated.trim()
  if (isBlank(text) || text.length > LONGEST_WORD) return null
  const folded = field === 'calibre' ? calibreKey(text) : field === 'model' ? modelKey(text) : foldKey(text)
  return folded === '' ? text.normalize('NFKC').replace(/\s+/gu, ' ').toLowerCase() : folded
}

function place(field: VocabularyField, stated: string, make: string | null): string | null {
  const key = vocabularyKey(field, stated)
  return key === null ? null : `${field}\0${field === 'model' ? (make ?? '') : ''}\0${key}`
}

/**
 * The meaning that a decision gives a text of this field, or null where there is none such: the code is not of the
 * field's table (for a model: not of the make's), or the word is none that may be said of the field.
 */
export function meaningFrom(
  field: VocabularyField,
  { code, said }: { readonly code: string | null; readonly said: string | null },
  make: string | null,
): Meaning | null {
  if (code !== null) return said === null && field !== 'serial' && isCode(field, code, make) ? { code } : null
  const word = saidWords(field).find((each) => each === said)
  return word === undefined ? null : { said: word }
}

/**
 * The vocabulary that decisions make, given in the order in which they were made: the last one on a text counts. One
 * that the tables no longer bear out, because its code is gone, leaves its text unread.
 */
export function createVocabulary(decisions: Iterable<VocabularyDecision>): Vocabulary {
  const meanings = new Map<string, Meaning>()
  let version = NO_VOCABULARY.version
  for (const { id, field, stated, make, code, said } of decisions) {
    version = id
    const where = isVocabularyField(field) ? place(field, stated, make) : null
    if (where === null) continue
    const meaning = meaningFrom(field as VocabularyField, { code, said }, make)
    if (meaning === null) meanings.delete(where)
    else meanings.set(where, meaning)
  }
  return { version, meanings }
}

/** What the agency says that a text means, or null. `make` is the code of the item's make, which only a model needs. */
export function meaningOf(
  { meanings }: Vocabulary,
  field: VocabularyField,
  stated: string,
  make: string | null,
): Meaning | null {
  if (meanings.size === 0) return null
  const where = place(field, stated, make)
  return where === null ? null : (meanings.get(where) ?? null)
}
