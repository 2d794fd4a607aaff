import type { ItemRead } from '@proofmark/domain/item'
import { readMake } from '@proofmark/domain/make'
import { searchedWords } from '@proofmark/domain/searched-words'
import { norm, skeleton } from '@proofmark/domain/serial-norm'

/** A mark in a text, and the words beside it that say whose make and which model it is. */
export interface DescribedMark {
  readonly skeleton: string
  readonly words: readonly string[]
}

/** A text of more words than these describes no firearm by its make and a mark. */
const MOST_TERMS = 6
/** A shorter mark is a model's number, and stands on half of all firearms. */
const SHORTEST_MARK = 4

const wordsOf = (text: string): string[] => searchedWords(text).runs.map(({ word }) => word)

/**
 * The ways in which a text may be a mark with words of make and model beside it: each unbroken run of its terms that holds a
 * digit and leaves a word. `taurus TST-4471` is one; `Glock 17 TST 4471` may be several, of which the records tell.
 */
export function describedMarks(text: string): DescribedMark[] {
  const terms = text.split(/\s+/u).filter((term) => term !== '')
  if (terms.length < 2 || terms.length > MOST_TERMS) return []
  const found = new Map<string, DescribedMark>()
  for (let from = 0; from < terms.length; from++)
    for (let to = from + 1; to <= terms.length; to++) {
      const mark = terms.slice(from, to).join(' ')
      const words = wordsOf([...terms.slice(0, from), ...terms.slice(to)].join(' '))
      const of = skeleton(norm(mark))
      if (words.length > 0 && /\p{Nd}/u.test(mark) && of.length >= SHORTEST_MARK)
        found.set(`${of} ${words.join(' ')}`, { skeleton: of, words })
    }
  return [...found.values()]
}

/**
 * Does an item's make or model, as stated or as read, hold each of these words? A word that the tables know as a name of its
 * make is of it as well.
 */
export function isDescribedBy({ make, model }: Pick<ItemRead, 'make' | 'model'>, words: readonly string[]): boolean {
  const own = new Set([make.stated, make.name, model.stated, model.name].flatMap((text) => wordsOf(text ?? '')))
  return words.every((word) => own.has(word) || (make.code !== null && readMake(word).make.code === make.code))
}
