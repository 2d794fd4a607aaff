import { RANGE_LINKS, RANGE_OPENINGS, SEVERAL_NUMBERS } from './lexicons/range-words.ts'
import { stepsApart } from './serial-count.ts'
import { norm } from './serial-norm.ts'

/** Numbers of one maker's count, from the first to the last, both as norms. */
export interface SerialRange {
  readonly first: string
  readonly last: string
  /** How many numbers it holds. */
  readonly count: number
}

/** No licence or packing list is for more of one count: a longer range is a slip of the pen. */
export const LONGEST_RANGE = 1_000_000
/** A text longer than this is not taken apart. In UTF-16 code units. */
const LONGEST_TEXT = 1_000
/** A list of more ranges and numbers than these is not taken apart. */
const MOST_PIECES = 20

const oneOf = (words: readonly string[]) =>
  [...words]
    .sort((one, other) => other.length - one.length)
    .join('|')
    .replaceAll(' ', '\\s+')
const SEVERAL = new RegExp(`^(?:${oneOf(SEVERAL_NUMBERS)})(?:[.:]\\s*|\\s+)`, 'iu')
const OPENING = new RegExp(`^(?:${oneOf(RANGE_OPENINGS)})\\s+`, 'iu')
/** Looked for at every place, since a serial may hold a letter that is a word. */
const WORD = new RegExp(`(?<=\\s)(?:${oneOf(RANGE_LINKS)})(?=\\s)`, 'giu')
const SPACED = /(?<=\s)[-–—](?=\s)/g
const SIGN = /[-–—/]/g

/** A day and a NATO stock number are no serials, whatever they count. */
const DAY = /^\s*\p{Nd}{1,4}([./-])\p{Nd}{1,2}\1\p{Nd}{1,4}\s*$/u
const STOCK_NUMBER = /^\s*\p{Nd}{4}-?\p{Nd}{2}-?\p{Nd}{3}-?\p{Nd}{4}\s*$/u
/** More letters in a row than any prefix has. */
const PHRASE = /\p{L}{9}/u

/** How surely a text says that it is a range: by a word, by a dash with blanks round it, or by a sign that serials hold too. */
type Said = 'word' | 'spaced' | 'sign'

interface Piece {
  readonly range: SerialRange
  /** Null where the piece is one number. */
  readonly said: Said | null
  readonly slash: boolean
  /** Does it hold more of the signs than the one that it is read by? */
  readonly signs: number
}

function oneNumber(text: string): string | null {
  if (DAY.test(text) || STOCK_NUMBER.test(text)) return null
  const number = norm(text.trim())
  return PHRASE.test(number) || stepsApart(number, number) === null ? null : number
}

function rangeBetween(from: string, to: string): SerialRange | null {
  const [first, last] = [oneNumber(from), oneNumber(to)]
  if (first === null || last === null) return null
  const apart = stepsApart(first, last)
  return apart === null || apart <= 0 || apart >= LONGEST_RANGE ? null : { first, last, count: apart + 1 }
}

/** Every way of parting the text by such a link that gives a range. */
function partedBy(text: string, link: RegExp): { readonly range: SerialRange; readonly by: string }[] {
  return [...text.matchAll(link)].flatMap(({ 0: by, index }) => {
    const range = rangeBetween(text.slice(0, index), text.slice(index + by.length))
    return range === null ? [] : [{ range, by }]
  })
}

function readPiece(text: string): Piece | null {
  const body = text.trim().replace(SEVERAL, '').replace(OPENING, '').replace(SEVERAL, '')
  const signs = body.match(SIGN)?.length ?? 0
  for (const [said, link] of [
    ['word', WORD],
    ['spaced', SPACED],
    ['sign', SIGN],
  ] as const) {
    const [found, another] = partedBy(body, link)
    if (another) return null
    if (found) return { range: found.range, said, slash: found.by === '/', signs }
  }
  const number = oneNumber(body)
  return number === null
    ? null
    : { range: { first: number, last: number, count: 1 }, said: null, slash: false, signs: 0 }
}

/** By a sign that may as well stand in a serial, or part a list of two, it is a range only where the quantity bears it out. */
function isBorneOut(piece: Piece, alone: boolean, all: number, quantity: number | null): boolean {
  if (piece.said === null || piece.said === 'word') return true
  if (quantity === null) return false
  if (all === quantity) return true
  if (quantity === 2 || piece.slash) return false
  if (piece.said === 'spaced') return true
  return alone && piece.signs === 1 && all <= 2 * quantity && quantity <= 2 * all
}

/** How many numbers these ranges hold together. */
export const countOfRanges = (ranges: readonly SerialRange[]): number =>
  ranges.reduce((sum, { count }) => sum + count, 0)

/**
 * The ranges of numbers that a text about several items states, such as `A123456 to A123999` or `10001 – 10100; 10250`:
 * first and last of one shape and one maker's count. `quantity`: of how many items its row speaks, null where it does not say;
 * then words alone make a range. Empty where nothing surely is one, or where any part of the text is not read: never guessed.
 */
export function readSerialRanges(stated: string, quantity: number | null): readonly SerialRange[] {
  if (stated.length > LONGEST_TEXT || quantity === 1) return []
  const texts = stated
    .normalize('NFC')
    .split(/[;,\n]/)
    .filter((each) => each.trim() !== '')
  if (texts.length > MOST_PIECES) return []
  const pieces = texts.flatMap((each) => readPiece(each) ?? [])
  const ranges = pieces.map(({ range }) => range)
  const all = countOfRanges(ranges)
  const isRead = pieces.length === texts.length && pieces.some(({ said }) => said !== null)
  return isRead && pieces.every((piece) => isBorneOut(piece, pieces.length === 1, all, quantity)) ? ranges : []
}

/** Does a norm lie in the range? */
export function liesIn({ first, count }: SerialRange, number: string): boolean {
  const apart = stepsApart(first, number)
  return apart !== null && apart >= 0 && apart < count
}
