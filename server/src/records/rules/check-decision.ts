import { ProofmarkError } from '@proofmark/contract/errors'
import { isCode } from '@proofmark/domain/codes'
import { isUnread } from '@proofmark/domain/curation'
import { likeCodes } from '@proofmark/domain/suggest-codes'
import { meaningFrom, vocabularyKey } from '@proofmark/domain/vocabulary'
import {
  isVocabularyField,
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

/** What a decision says: a code of a table, or a word for why nothing is named. One of the two is null. */
export interface DecidedMeaning {
  readonly code: string | null
  readonly said: string | null
}

const listed = (words: readonly string[]) => words.join(', ')

/**
 * Checks which text is meant. Throws `value_not_listed` for a field that has no vocabulary or a make that no table
 * knows, `body_invalid` for a text that is blank, too long or not well-formed.
 */
export function checkText(input: {
  readonly field: string
  readonly text: string
  readonly make?: string | null | undefined
}): DecidedText {
  const { field, text } = input
  if (!isVocabularyField(field))
    throw new ProofmarkError('value_not_listed', { field: 'field', value: field, accepted: listed(VOCABULARY_FIELDS) })
  if (!text.isWellFormed() || text.includes('\0'))
    throw new ProofmarkError('body_invalid', { field: 'text', expected: 'unicode' })
  const key = vocabularyKey(field, text)
  if (key === null) throw new ProofmarkError('body_invalid', { field: 'text', expected: 'length' })
  const make = field === 'model' ? (input.make ?? null) : null
  if (make !== null && !isCode('make', make))
    throw new ProofmarkError('value_not_listed', {
      field: 'make',
      value: make,
      accepted: listed(likeCodes('make', make)),
    })
  return { field, text: text.trim(), key, make }
}

/**
 * Checks what a text is said to mean. Throws `vocabulary_text_known` where the tables read it by themselves,
 * `vocabulary_code_unknown` for a code that is none of the field's table, `value_not_listed` for a word that may not be
 * said of the field, and `body_invalid` for the code of a model without its make.
 */
export function checkMeaning(
  { field, text, make }: DecidedText,
  means: { readonly code: string } | { readonly said: string },
): DecidedMeaning {
  if (!isUnread(field, text, make)) throw new ProofmarkError('vocabulary_text_known', { field, value: text })
  const code = 'code' in means ? means.code : null
  const said = 'said' in means ? means.said : null
  if (meaningFrom(field, { code, said }, make) !== null) return { code, said }
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
