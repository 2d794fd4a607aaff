import { foldKey } from './fold.ts'

/** A word of a text as it is looked for, folded, and where it stands there, in UTF-16 units: `to` is past its end. */
export interface PlacedWord {
  readonly word: string
  readonly from: number
  readonly to: number
}

/** The words of one text, in order; of `BO 2023/00417-3` they are … */
export interface SearchedWords {
  /** Runs of letters and digits: `bo`, `2023`, `00417`, `3`. */
  readonly runs: readonly PlacedWord[]
  /** What stands between blanks, without its punctuation: `bo`, `2023004173`. */
  readonly terms: readonly PlacedWord[]
  /** All of it as one word, however it is punctuated: `bo2023004173`; null where there is no letter and no digit. */
  readonly whole: PlacedWord | null
}

const ASCII_ONLY = /^[\x20-\x7e]*$/
const ASCII_RUN = /[a-z0-9]+/gi
/** Format characters, as between the letters of Persian words, part nothing; marks belong to the letter before them. */
const RUN = /[\p{L}\p{M}\p{N}\p{Cf}]+/gu
/** Stretches Arabic words to fill a line, and is no letter of theirs. */
const TATWEEL = /\u0640/g
const BLANK = /\s/

function runsIn(text: string): readonly PlacedWord[] {
  const runs: PlacedWord[] = []
  for (const { 0: run, index } of text.matchAll(ASCII_ONLY.test(text) ? ASCII_RUN : RUN)) {
    const word = foldKey(run).replace(TATWEEL, '')
    if (word !== '') runs.push({ word, from: index, to: index + run.length })
  }
  return runs
}

const joined = (one: PlacedWord, next: PlacedWord): PlacedWord => ({
  word: one.word + next.word,
  from: one.from,
  to: next.to,
})

function termsOf(text: string, runs: readonly PlacedWord[]): readonly PlacedWord[] {
  const terms: PlacedWord[] = []
  for (const run of runs) {
    const last = terms.at(-1)
    if (last && !BLANK.test(text.slice(last.to, run.from))) terms[terms.length - 1] = joined(last, run)
    else terms.push(run)
  }
  return terms
}

/** The words under which a text is found. */
export function searchedWords(text: string): SearchedWords {
  const runs = runsIn(text)
  return { runs, terms: termsOf(text, runs), whole: runs.length === 0 ? null : runs.reduce(joined) }
}
