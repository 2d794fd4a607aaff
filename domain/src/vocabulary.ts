/**
 * An agency's own words: what its steward says that a text means which no table knows. The tables are asked first, and
 * the vocabulary answers only what they leave unread: a later table may take a word over, and no decision ever changes
 * what a table says.
 */
import { calibreKey } from './calibre-text.ts'
import { isCode, nameOfCode } from './codes.ts'
import { foldKey, isBlank, LONGEST_WORD } from './fold.ts'
import { modelKey } from './model-table.ts'
import {
  type CodeField,
  isVocabularyField,
  OWN_FIELDS,
  type OwnField,
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
  /** Where the decision says that no table has what the text names: its name, of which the code is made. */
  readonly name?: string | null
  /** ISO 3166-1 alpha-2 of the state in which a make that no table has makes, if that is known. */
  readonly country?: string | null
}

/** What an agency knows and no table does. */
export interface OwnName {
  readonly field: OwnField
  readonly code: string
  readonly name: string
  readonly country: string | null
}

export interface Vocabulary {
  /** The last decision that it counts, `0` before the first: a record read under a lower one is read again. */
  readonly version: string
  readonly meanings: ReadonlyMap<string, Meaning>
  /** By code. */
  readonly own: ReadonlyMap<string, OwnName>
}

export const NO_VOCABULARY: Vocabulary = { version: '0', meanings: new Map(), own: new Map() }

const OWN_MAKE = 'own/'

export const isOwnField = (field: string): field is OwnField => OWN_FIELDS.some((each) => each === field)

/**
 * The code of a name that no table has. It follows from the name alone, so that agencies and states which find the same
 * name new give it the same code; a model's is the one that the table would give it. Null where no letter or digit is
 * left of the name.
 */
export function ownCode(field: OwnField, name: string, make: string | null): string | null {
  const key = field === 'make' ? foldKey(name) : modelKey(name)
  if (key === '' || (field === 'model' && make === null)) return null
  return field === 'make' ? OWN_MAKE + key : `${make}/${key}`
}

/** The name of a code, of a table or of the agency's own; null where neither has it. */
export function nameIn(
  { own }: Pick<Vocabulary, 'own'>,
  field: CodeField,
  code: string,
  make: string | null = null,
): string | null {
  const known = nameOfCode(field, code, make)
  if (known !== null) return known
  const named = own.get(code)
  if (named === undefined) return null
  if (field === 'model')
    return named.field === 'model' && make !== null && code.startsWith(`${make}/`) ? named.name : null
  return (field === 'make' || field === 'importer') && named.field === 'make' ? named.name : null
}

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
 * The meaning that a decision gives a text of this field, or null where there is none such: the code is neither of the
 * field's table (for a model: of the make's) nor the agency's own, or the word is none that may be said of the field.
 */
export function meaningFrom(
  field: VocabularyField,
  { code, said }: { readonly code: string | null; readonly said: string | null },
  make: string | null,
  own: Vocabulary['own'] = NO_VOCABULARY.own,
): Meaning | null {
  if (code !== null)
    return said === null && field !== 'serial' && nameIn({ own }, field, code, make) !== null ? { code } : null
  const word = saidWords(field).find((each) => each === said)
  return word === undefined ? null : { said: word }
}

function ownNameOf({ field, code, name, country, make }: VocabularyDecision): OwnName | null {
  if (!name || code === null || !isOwnField(field) || isCode(field, code, make)) return null
  return ownCode(field, name, make) === code ? { field, code, name, country: country ?? null } : null
}

/**
 * The vocabulary that decisions make, given in the order in which they were made: the last one on a text counts. One
 * whose code is gone, from the tables or with the decision that brought it, leaves its text unread.
 */
export function createVocabulary(decisions: Iterable<VocabularyDecision>): Vocabulary {
  const standing = new Map<string, VocabularyDecision>()
  let version = NO_VOCABULARY.version
  for (const decision of decisions) {
    version = decision.id
    const { field, stated, make } = decision
    const where = isVocabularyField(field) ? place(field, stated, make) : null
    if (where !== null) standing.set(where, decision)
  }
  const own = new Map<string, OwnName>()
  for (const decision of standing.values()) {
    const named = ownNameOf(decision)
    if (named && !own.has(named.code)) own.set(named.code, named)
  }
  const meanings = new Map<string, Meaning>()
  for (const [where, { field, make, ...decision }] of standing) {
    const meaning = meaningFrom(field as VocabularyField, decision, make, own)
    if (meaning !== null) meanings.set(where, meaning)
  }
  return { version, meanings, own }
}

/** Every text of a field that the agency has decided on, folded, with its meaning; of models those of the make. */
export function* decidedWords(
  { meanings }: Vocabulary,
  field: VocabularyField,
  make: string | null,
): Generator<readonly [string, Meaning]> {
  const start = `${field}\0${field === 'model' ? (make ?? '') : ''}\0`
  for (const [where, meaning] of meanings) if (where.startsWith(start)) yield [where.slice(start.length), meaning]
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
