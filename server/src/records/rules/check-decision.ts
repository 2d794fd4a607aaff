import { ProofmarkError } from '@proofmark/contract/errors'
import type { VocabularyMeans } from '@proofmark/contract/schemas/vocabulary'
import { isCode } from '@proofmark/domain/codes'
import { findCountry } from '@proofmark/domain/country'
import { isUnread } from '@proofmark/domain/curation'
import { readMake } from '@proofmark/domain/make'
import { readModel } from '@proofmark/domain/model'
import { likeCodes } from '@proofmark/domain/suggest-codes'
import {
  isOwnField,
  meaningFrom,
  NO_VOCABULARY,
  ownCode,
  type Vocabulary,
  vocabularyKey,
} from '@proofmark/domain/vocabulary'
import {
  isVocabularyField,
  OWN_FIELDS,
  saidWords,
  VOCABULARY_FIELDS,
  type VocabularyField,
} from '@proofmark/domain/vocabulary-field'

/** A text that may be decided on. `key` is what all its spellings share. */
export interface DecidedText {
  readonly field: VocabularyField
  readonly text: string
  readonly key: string
  /** Only for a model, which is known under its make alone. */
  readonly make: string | null
}

/**
 * What a decision says: a code of a table or the agency's own, or a word for why nothing is named. One of the two is null.
 * A code that the decision itself brings has its name, and for a make its country where that is known.
 */
export interface DecidedMeaning {
  readonly code: string | null
  readonly said: string | null
  readonly name: string | null
  readonly country: string | null
}

/** Of decisions that were taken back nothing is left. */
export const NO_MEANING: DecidedMeaning = { code: null, said: null, name: null, country: null }

type Own = Pick<Vocabulary, 'own'>

const listed = (words: readonly string[]) => words.join(', ')

/**
 * Checks which text is meant. Throws `value_not_listed` for a field that has no vocabulary or a make that neither a table
 * nor the agency knows, `body_invalid` for a text that is blank, too long or not well-formed.
 */
export function checkText(
  input: { readonly field: string; readonly text: string; readonly make?: string | null | undefined },
  { own }: Own = NO_VOCABULARY,
): DecidedText {
  const { field, text } = input
  if (!isVocabularyField(field))
    throw new ProofmarkError('value_not_listed', { field: 'field', value: field, accepted: listed(VOCABULARY_FIELDS) })
  if (!text.isWellFormed() || text.includes('\0'))
    throw new ProofmarkError('body_invalid', { field: 'text', expected: 'unicode' })
  const key = vocabularyKey(field, text)
  if (key === null) throw new ProofmarkError('body_invalid', { field: 'text', expected: 'length' })
  const make = field === 'model' ? (input.make ?? null) : null
  if (make !== null && !isCode('make', make) && own.get(make)?.field !== 'make')
    throw new ProofmarkError('value_not_listed', {
      field: 'make',
      value: make,
      accepted: listed(likeCodes('make', make)),
    })
  return { field, text: text.trim(), key, make }
}

/**
 * Checks what a text is said to mean. Throws `vocabulary_text_known` where the tables read it by themselves,
 * `vocabulary_code_unknown` for a code that is none of the field's table, `vocabulary_name_known` for a name that is not
 * new, `value_not_listed` for a word that may not be said of the field, and `body_invalid` for the code of a model without
 * its make.
 */
export function checkMeaning(
  decided: DecidedText,
  means: VocabularyMeans,
  { own }: Own = NO_VOCABULARY,
): DecidedMeaning {
  const { field, text, make } = decided
  if (!isUnread(field, text, make)) throw new ProofmarkError('vocabulary_text_known', { field, value: text })
  if ('name' in means) return newMeaning(decided, means)
  const code = 'code' in means ? means.code : null
  const said = 'said' in means ? means.said : null
  if (meaningFrom(field, { code, said }, make, own) !== null) return { ...NO_MEANING, code, said }
  if (code === null)
    throw new ProofmarkError('value_not_listed', {
      field: 'said',
      value: said ?? '',
      accepted: listed(saidWords(field)),
    })
  if (field === 'serial')
    throw new ProofmarkError('value_not_listed', { field: 'code', value: code, accepted: listed(saidWords(field)) })
  if (field === 'model' && make === null)
    throw new ProofmarkError('body_invalid', { field: 'make', expected: 'present' })
  throw new ProofmarkError('vocabulary_code_unknown', {
    field,
    value: code,
    accepted: listed(likeCodes(field, code, make)),
  })
}

/** The code under which a table knows a name, or null: then it is new. */
export function codeOfName(field: string, name: string, make: string | null): string | null {
  if (field === 'model') return readModel(name, make).code
  const read = readMake(name)
  return read.make.code ?? read.importer?.code ?? null
}

function newMeaning(
  { field, make }: DecidedText,
  means: { readonly name: string; readonly country?: string | undefined },
) {
  const { name, country } = means
  if (!isOwnField(field))
    throw new ProofmarkError('value_not_listed', { field: 'field', value: field, accepted: listed(OWN_FIELDS) })
  if (field === 'model' && make === null)
    throw new ProofmarkError('body_invalid', { field: 'make', expected: 'present' })
  const known = codeOfName(field, name, make)
  if (known !== null) throw new ProofmarkError('vocabulary_name_known', { field, value: name, code: known })
  const code = ownCode(field, name, make)
  if (code === null) throw new ProofmarkError('body_invalid', { field: 'name', expected: 'present' })
  if (country !== undefined && findCountry(country) === null)
    throw new ProofmarkError('value_not_listed', { field: 'country', value: country, accepted: 'ISO 3166-1 alpha-2' })
  return { code, said: null, name, country: field === 'make' ? (country ?? null) : null }
}
