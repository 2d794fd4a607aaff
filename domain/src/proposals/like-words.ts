import { foldTokens } from '../fold.ts'
import { soundOf, writtenOtherwise } from './written-otherwise.ts'

/** In which way a text is like a word of a table. */
export type Likeness = 'spelling' | 'sound' | 'cut' | 'run_together' | 'part'

/** A meaning whose word a text is like. `bits` weigh the likeness against any other word that the text might be. */
export interface LikeWord<Meaning> {
  readonly meaning: Meaning
  readonly word: string
  readonly likeness: Likeness
  /** What of the text is left when the word is taken away; empty where nothing is. */
  readonly rest: string
  readonly bits: number
}

/** Bits that a letter which agrees speaks for the word, and an edit against it. */
const BITS_OF_A_LETTER = 3
const BITS_OF_AN_EDIT = 5.5
const BITS_OF_AN_OWN_NAME = 1
const SHORTEST_BEGINNING = 4
/** Fields of old registers end after ten characters, others after eight, twelve, fifteen or twenty. */
const FIELD_LENGTHS: ReadonlySet<number> = new Set([8, 10, 12, 15, 16, 20])
const SHORTEST_CUT = 5
const LONGEST = 40
const MOST = 30

interface Ways<Meaning> {
  readonly words: Iterable<readonly [string, Meaning]>
  readonly identity: (meaning: Meaning) => string
  /** May the meaning be named by a part of the text, with something else beside it? */
  readonly inParts: (meaning: Meaning) => boolean
  /** Is what is left of the text understood beside this meaning, such as a model of the make? */
  readonly understood: (meaning: Meaning, rest: string) => boolean
  /** Is this the meaning's own name? It is written wrongly more often than what is short for it. */
  readonly ownName: (meaning: Meaning, word: string) => boolean
}

/** The letters and digits of a word as a set of bits, each letter of other scripts in one of them. */
function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) % 31)
  return letters
}

function countBits(bits: number): number {
  let rest = bits
  let count = 0
  for (; rest !== 0; rest &= rest - 1) count++
  return count
}

/** Texts shorter than this are compared with every word. */
const SHORTEST_SIFTED = 5

/** Bits that are left of a word of this length, so many of its letters at this cost. */
const bitsOf = (letters: number, cost: number, lexicon: number) =>
  BITS_OF_A_LETTER * letters - BITS_OF_AN_EDIT * cost - lexicon

function best<Meaning>(one: LikeWord<Meaning> | undefined, other: LikeWord<Meaning>): LikeWord<Meaning> {
  return one === undefined || other.bits > one.bits ? other : one
}

/**
 * The meanings whose words are written, sound, begin or stand like a text or a part of it, the likeliest first. Every
 * word of the table is compared: a table of two thousand takes some milliseconds.
 */
export function likeWords<Meaning>(
  text: string,
  key: string,
  { words, identity, inParts, understood, ownName }: Ways<Meaning>,
): LikeWord<Meaning>[] {
  const found = new Map<string, LikeWord<Meaning>>()
  const all = [...words]
  const lexicon = Math.log2(Math.max(2, all.length))
  const consider = (like: LikeWord<Meaning>) => {
    const code = identity(like.meaning)
    const bits = like.bits + (ownName(like.meaning, like.word) ? BITS_OF_AN_OWN_NAME : 0)
    found.set(code, best(found.get(code), { ...like, bits }))
  }
  if (key === '' || key.length > LONGEST) return []
  const sound = soundOf(key)
  const parts = partsOf(text, key)
  const letters = lettersOf(key)
  const different = countBits(letters)
  for (const [word, meaning] of all) {
    if (word === '' || word.length > LONGEST) continue
    const others = lettersOf(word)
    // Words that share fewer than half of their letters are never near; to see that is far cheaper than to compare them.
    if (key.length >= SHORTEST_SIFTED && 2 * countBits(letters & others) < Math.min(different, countBits(others)))
      continue
    const longer = Math.max(word.length, key.length)
    const { whole, cut, cutAt, beginning, endsAt } = writtenOtherwise(key, word)
    if (whole <= 1.2 + longer / 3)
      consider({
        meaning,
        word,
        likeness: 'spelling',
        rest: '',
        bits: bitsOf(Math.min(word.length, key.length), whole, lexicon),
      })
    if (key.length >= SHORTEST_CUT && cut <= key.length / 4) {
      const penalty = (FIELD_LENGTHS.has(text.trim().length) ? 2 : 4) + Math.max(0, 7 - key.length)
      consider({
        meaning,
        word,
        likeness: 'cut',
        rest: '',
        bits: bitsOf(Math.min(key.length, cutAt), cut, lexicon) - penalty,
      })
    }
    if (word.length >= SHORTEST_BEGINNING && inParts(meaning) && beginning <= word.length / 4) {
      const rest = key.slice(endsAt)
      const penalty = understood(meaning, rest) ? 1 : 4 + Math.min(6, rest.length)
      consider({
        meaning,
        word,
        likeness: 'run_together',
        rest,
        bits: bitsOf(word.length, beginning, lexicon) - penalty,
      })
    }
    if (sound.length >= 3 && whole > 0.5) {
      const spoken = soundOf(word)
      if (Math.abs(spoken.length - sound.length) <= 2) {
        const cost = 0.4 + writtenOtherwise(sound, spoken).whole
        if (cost < whole && cost <= 0.4 + sound.length / 3)
          consider({
            meaning,
            word,
            likeness: 'sound',
            rest: '',
            bits: bitsOf(Math.min(spoken.length, sound.length), cost, lexicon),
          })
      }
    }
    if (!inParts(meaning)) continue
    for (const { part, rest } of parts) {
      if (Math.abs(part.length - word.length) > 2) continue
      const cost = part === word ? 0 : writtenOtherwise(part, word).whole
      if (cost > part.length / 4) continue
      const penalty = understood(meaning, rest) ? 1 : 2 + Math.min(6, rest.length / 2)
      consider({
        meaning,
        word,
        likeness: 'part',
        rest,
        bits: bitsOf(Math.min(part.length, word.length), cost, lexicon) - penalty,
      })
    }
  }
  return [...found.values()]
    .sort((one, other) => other.bits - one.bits || (one.word < other.word ? -1 : 1))
    .slice(0, MOST)
}

const SHORTEST_PART = 3
const MOST_PARTS = 24

/** Runs of up to three words of a text, each with what is left without it. */
function partsOf(text: string, key: string): { readonly part: string; readonly rest: string }[] {
  const tokens = foldTokens(text)
  if (tokens.length < 2) return []
  const parts: { part: string; rest: string }[] = []
  for (let from = 0; from < tokens.length; from++) {
    for (let to = from + 1; to <= Math.min(tokens.length, from + 3); to++) {
      const part = tokens.slice(from, to).join('')
      if (part.length < SHORTEST_PART || part === key || parts.length === MOST_PARTS) continue
      parts.push({ part, rest: [...tokens.slice(0, from), ...tokens.slice(to)].join('') })
    }
  }
  return parts
}
