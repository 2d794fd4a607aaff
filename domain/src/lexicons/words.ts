import { foldKey } from '../fold.ts'

/** The keys of words that a table separates by `|`. */
export function foldedWords(words: string): string[] {
  return words
    .split('|')
    .map(foldKey)
    .filter((key) => key !== '')
}
