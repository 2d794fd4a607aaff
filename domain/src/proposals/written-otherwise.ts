/** What it takes to write one word for another: a key beside, a letter that looks or sounds alike, one too many or few. */

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const
/** Groups of characters that are taken for one another by the eye, and by the ear. */
const LOOK_ALIKE = [
  'o0q',
  'il1j',
  's5',
  'b8',
  'z2',
  'g6',
  'uv',
  'ce',
  'hn',
  'nm',
  'gq',
  'vy',
  'tf',
  'rn',
  'dc',
] as const
const SOUND_ALIKE = ['ckq', 'szcx', 'ijy', 'bvp', 'dt', 'fv', 'gj', 'mn', 'wvu', 'xh', 'ao', 'eia', 'ou'] as const
const VOWELS = 'aeiouy'

const SIZE = 128
const LOOKS = 0.5
const SOUNDS = 0.5
const BESIDE = 0.55
const VOWEL = 0.7
const OTHER = 1
const EXCHANGED = 0.6
const TWICE = 0.4
/** A digit for another digit names something else: models and calibres differ by it. */
const DIGIT = 1.6

const substitution = new Float32Array(SIZE * SIZE).fill(OTHER)
const cheaper = (a: string, b: string, cost: number) => {
  for (const at of [a.charCodeAt(0) * SIZE + b.charCodeAt(0), b.charCodeAt(0) * SIZE + a.charCodeAt(0)])
    substitution[at] = Math.min(substitution[at]!, cost)
}
const withinEach = (groups: readonly string[], cost: number) => {
  for (const group of groups) for (const a of group) for (const b of group) cheaper(a, b, a === b ? 0 : cost)
}
for (let code = 0; code < SIZE; code++) substitution[code * SIZE + code] = 0
for (let a = 48; a < 58; a++) for (let b = 48; b < 58; b++) if (a !== b) substitution[a * SIZE + b] = DIGIT
withinEach(LOOK_ALIKE, LOOKS)
withinEach(SOUND_ALIKE, SOUNDS)
withinEach([VOWELS], VOWEL)
for (const keys of ROWS) for (let at = 1; at < keys.length; at++) cheaper(keys[at - 1]!, keys[at]!, BESIDE)

function substituted(a: number, b: number): number {
  if (a === b) return 0
  return a < SIZE && b < SIZE ? substitution[a * SIZE + b]! : OTHER
}

/** A character too many or too few: cheap where its neighbour is the same, or a key beside it was touched as well. */
function extra(code: number, before: number): number {
  if (code === before) return TWICE
  if (code >= 48 && code < 58) return DIGIT
  return 0.6 + 0.4 * Math.min(1, substituted(code, before))
}

/** The least cost of writing `text` for a word: the whole, the word cut short, or with more behind it. */
export interface WrittenOtherwise {
  readonly whole: number
  /** The text for the first `cutAt` characters of the word; infinite where the text is the longer one. */
  readonly cut: number
  readonly cutAt: number
  /** The first `endsAt` characters of the text for the word, something else behind them. */
  readonly beginning: number
  readonly endsAt: number
}

let beforeLast = new Float64Array(0)
let last = new Float64Array(0)
let row = new Float64Array(0)

/**
 * The weighted edit distance between a folded text and a folded word, with the best cut of the word and the best
 * beginning of the text found on the way. Costs are in edits: a character that looks like another counts half.
 */
export function writtenOtherwise(text: string, word: string): WrittenOtherwise {
  const width = text.length + 1
  if (last.length < width) {
    beforeLast = new Float64Array(width * 2)
    last = new Float64Array(width * 2)
    row = new Float64Array(width * 2)
  }
  last[0] = 0
  for (let j = 1; j < width; j++) last[j] = last[j - 1]! + extra(text.charCodeAt(j - 1), text.charCodeAt(j - 2))
  let cut = Number.POSITIVE_INFINITY
  let cutAt = 0
  for (let i = 1; i <= word.length; i++) {
    const letter = word.charCodeAt(i - 1)
    const before = word.charCodeAt(i - 2)
    const missing = extra(letter, before)
    row[0] = last[0]! + missing
    for (let j = 1; j < width; j++) {
      const written = text.charCodeAt(j - 1)
      const wrote = text.charCodeAt(j - 2)
      let cost = Math.min(
        last[j - 1]! + substituted(letter, written),
        last[j]! + missing,
        row[j - 1]! + extra(written, wrote),
      )
      if (i > 1 && j > 1 && letter === wrote && before === written && letter !== before)
        cost = Math.min(cost, beforeLast[j - 2]! + EXCHANGED)
      row[j] = cost
    }
    if (i < word.length && row[width - 1]! <= cut) {
      cut = row[width - 1]!
      cutAt = i
    }
    const free = beforeLast
    beforeLast = last
    last = row
    row = free
  }
  let beginning = Number.POSITIVE_INFINITY
  let endsAt = 0
  for (let j = 1; j < width - 1; j++) {
    if (last[j]! > beginning) continue
    beginning = last[j]!
    endsAt = j
  }
  return { whole: last[width - 1]!, cut, cutAt, beginning, endsAt }
}

/** How a folded word sounds, roughly, in the languages whose clerks write it: `schmaiser` and `shmayzer` meet. */
export function soundOf(key: string): string {
  return key
    .replace(/ph/g, 'f')
    .replace(/sch|sh|ch/g, 'x')
    .replace(/ck|qu|q|c(?![eiy])/g, 'k')
    .replace(/[czß]/g, 's')
    .replace(/th/g, 't')
    .replace(/y|j/g, 'i')
    .replace(/w/g, 'v')
    .replace(/(?<=[aeou])[ue](?=[^aeiou]|$)/g, '')
    .replace(/rn/g, 'm')
    .replace(/(?<=[^aeiou])h|h$/g, '')
    .replace(/(.)\1+/g, '$1')
}
