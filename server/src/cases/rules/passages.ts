import { anyStandsIn, type Stands, standsIn } from './stands-in.ts'

/** Where somebody stands in a text: the name or number as it is written, with the little around it that tells who is meant. */
export interface Passage {
  readonly before: string
  readonly found: string
  readonly after: string
  readonly stands: Stands
}

/** So many characters on either side, and so many passages: enough to tell whether it is they, and no reading of the whole. */
const AROUND = 40
export const MOST_PASSAGES = 3
/** Shorter words stand everywhere: by them a text could be read through. */
const LEAST_WORD = 4

interface Span {
  readonly start: number
  readonly end: number
  readonly stands: Stands
}

const WORD = /[\p{L}\p{M}\p{Nd}'’ʼ]+/gu
const wordsOf = (text: string) =>
  [...text.matchAll(WORD)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }))

/** A number whatever separates its digits, from its first to its last. */
function numberSpans(text: string, sought: string): Span[] {
  const kept = [...text.matchAll(/[\p{L}\p{Nd}]/gu)]
  const plain = (of: string) => of.normalize('NFKC').toLowerCase()
  const wanted = [...sought.matchAll(/[\p{L}\p{Nd}]/gu)].map(([sign]) => plain(sign))
  const signs = kept.map(([sign]) => plain(sign))
  return signs.flatMap((_, at) => {
    const last = kept[at + wanted.length - 1]
    if (!last || !wanted.every((sign, step) => signs[at + step] === sign)) return []
    return [{ start: kept[at]!.index, end: last.index + last[0].length, stands: 'whole' as const }]
  })
}

/** A name by as many words as it has, or one more where a spelling parts one; else single words of it. */
function nameSpans(text: string, sought: string): Span[] {
  const words = wordsOf(text)
  const length = wordsOf(sought).length
  const windows = (size: number, stands: Stands): Span[] =>
    words.flatMap(({ start }, at) => {
      const last = words[at + size - 1]
      if (!last || standsIn(text.slice(start, last.end), sought) !== stands) return []
      return [{ start, end: last.end, stands }]
    })
  const whole = windows(length, 'whole')
  const more = whole.length > 0 ? whole : windows(length + 1, 'whole')
  return more.length > 0 ? more : windows(1, 'part')
}

const isLongEnough = (sought: string): boolean => wordsOf(sought).some(({ start, end }) => end - start >= LEAST_WORD)

/** Spans that overlap are one. */
function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = []
  for (const span of spans.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    const last = all.at(-1)
    if (!last || span.start >= last.end) {
      all.push(span)
      continue
    }
    const stands = last.stands === 'whole' || span.stands === 'whole' ? 'whole' : 'part'
    all.splice(-1, 1, { start: last.start, end: Math.max(last.end, span.end), stands })
  }
  return all
}

/**
 * Where any of these stands in the texts, in their order, three at most: the passage that would be struck as far as it tells
 * whether somebody is meant (Directive (EU) 2016/680, article 4 (1) (c)).
 */
export function passagesIn(texts: readonly string[], sought: readonly string[]): Passage[] {
  const wanted = sought.filter(isLongEnough)
  return texts
    .filter((text) => anyStandsIn([text], wanted) !== null)
    .flatMap((text) =>
      joined(wanted.flatMap((each) => (/\p{Nd}/u.test(each) ? numberSpans : nameSpans)(text, each))).map(
        ({ start, end, stands }) => ({
          before: text.slice(Math.max(0, start - AROUND), start).toWellFormed(),
          found: text.slice(start, end),
          after: text.slice(end, end + AROUND).toWellFormed(),
          stands,
        }),
      ),
    )
    .slice(0, MOST_PASSAGES)
}
