import { ProofmarkError } from '@proofmark/contract/errors'
import { LONGEST_WORD, MOST_WORDS } from '@proofmark/contract/searched-fields'
import { type PlacedWord, searchedWords } from '@proofmark/domain/searched-words'

/** So much of what was typed is said back. */
const SHOWN = 80

/** One way to take what was typed: words that must all stand in a record. */
export type Words = readonly string[]

const wordsOf = (placed: readonly PlacedWord[]): Words => [...new Set(placed.map(({ word }) => word))]

/**
 * What somebody typed out of a file, as sets of words of which one must stand in a record as a whole: all of it as one
 * reference; what stands between blanks; its runs of letters and digits. So `BO-202300417-3 Porto` finds what was
 * written `BO 2023/00417-3`. Throws `search_empty`, and `search_too_long` where it has more words than are looked for,
 * or a longer one than is posted.
 */
export function searchWords(typed: string): readonly Words[] {
  const placed = searchedWords(typed)
  if (placed.whole === null) throw new ProofmarkError('search_empty')
  const runs = wordsOf(placed.runs)
  const longest = runs.find((word) => word.length > LONGEST_WORD)
  if (longest !== undefined || runs.length > MOST_WORDS)
    throw new ProofmarkError('search_too_long', {
      value: (longest ?? typed).slice(0, SHOWN),
      words: MOST_WORDS,
      characters: LONGEST_WORD,
    })
  const ways = [[placed.whole.word], wordsOf(placed.terms), runs]
  const postable = ways.filter((words) => words.every((word) => word.length <= LONGEST_WORD))
  return [...new Map(postable.map((words) => [words.join(' '), words])).values()]
}
