import { hash32 } from './hash.ts'

/** Version of how a word becomes a key. It is part of every key, beside a letter that keeps words apart from marks. */
export const WORDS_VERSION = 1

/** Key of a folded word that stands in a record's texts. */
export const wordKey = (word: string): number => hash32(`${WORDS_VERSION}w${word}`)
