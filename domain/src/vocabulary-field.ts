/** The closed lists of an agency's vocabulary, apart from the tables, so that a browser can show them. */
import { MARK_STATES, type MarkState } from './marking.ts'

/** Fields whose words the tables know by a code. */
export const CODE_FIELDS = ['make', 'importer', 'model', 'calibre', 'type', 'country'] as const
export type CodeField = (typeof CODE_FIELDS)[number]

export const VOCABULARY_FIELDS = [...CODE_FIELDS, 'serial'] as const
export type VocabularyField = (typeof VOCABULARY_FIELDS)[number]

/** What a word may say that names nothing: the last two say what it is instead. */
export const SAID_OF_WORDS = ['none', 'not_recorded', 'obliterated', 'illegible', 'rubbish', 'a_person'] as const
/** That a firearm is craft-made is a fact about who made it; a model often stands where its make should. */
export const SAID_OF_MAKES = [...SAID_OF_WORDS, 'craft', 'a_model'] as const
export type SaidOfWord = (typeof SAID_OF_MAKES)[number]

/** Fields in which an agency may know a name that no table has. */
export const OWN_FIELDS = ['make', 'model'] as const
export type OwnField = (typeof OWN_FIELDS)[number]

/** What words may say of a mark where no number stands: every state but those of a number. */
export type SaidOfMark = Exclude<MarkState, 'legible' | 'partial'>
export const SAID_OF_MARKS: readonly SaidOfMark[] = MARK_STATES.filter(
  (state): state is SaidOfMark => state !== 'legible' && state !== 'partial',
)

const FIELDS: ReadonlySet<string> = new Set(VOCABULARY_FIELDS)

export const isVocabularyField = (word: string): word is VocabularyField => FIELDS.has(word)

/** What may be said of a text in this field instead of a code. */
export function saidWords(field: VocabularyField): readonly (SaidOfWord | SaidOfMark)[] {
  if (field === 'serial') return SAID_OF_MARKS
  return field === 'make' ? SAID_OF_MAKES : SAID_OF_WORDS
}
