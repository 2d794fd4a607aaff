import { LONGEST_WORD, type MatchedField, SEARCHED_FIELDS } from '@proofmark/contract/searched-fields'
import { type PlacedWord, searchedWords } from '@proofmark/domain/searched-words'
import { wordKey } from '@proofmark/matching/word-keys'

/** A text that is searched. What a record says of persons is none: they stand apart. */
export interface SearchedText {
  readonly field: MatchedField
  readonly text: string
}

/** A record is posted under the first so many of its words. */
const POSTED_WORDS = 24
/** A key or reference takes no more of them, so that a place still has its own. */
const POSTED_OF_REFERENCE = 8

/** Fields that hold a reference, which is one word as well, however it is punctuated. */
const REFERENCES: ReadonlySet<string> = new Set<MatchedField>(['key', 'ref', 'reference'])

/** The words of a text, as they can be asked for; the same stretch may be several. */
export function wordsOf({ field, text }: SearchedText): readonly PlacedWord[] {
  const { runs, terms, whole } = searchedWords(text)
  return [...(whole && REFERENCES.has(field) ? [whole] : []), ...runs, ...terms]
}

/** The texts of a record that are searched, in the order in which their words are posted; only what is stated. */
export function searchedTexts(key: string, stated: Readonly<Record<string, string>>): readonly SearchedText[] {
  const texts: Readonly<Record<string, string | undefined>> = { ...stated, key }
  return SEARCHED_FIELDS.flatMap((field) => (texts[field] ? [{ field, text: texts[field] }] : []))
}

/** The keys under which a record with this key and these statements is found by its words. */
export function recordWordKeys(key: string, stated: Readonly<Record<string, string>>): readonly number[] {
  const words = new Set<string>()
  for (const text of searchedTexts(key, stated)) {
    const most = REFERENCES.has(text.field) ? Math.min(POSTED_WORDS, words.size + POSTED_OF_REFERENCE) : POSTED_WORDS
    for (const { word } of wordsOf(text)) {
      if (words.size >= most) break
      if (word.length <= LONGEST_WORD) words.add(word)
    }
  }
  return [...new Set([...words].map(wordKey))]
}
