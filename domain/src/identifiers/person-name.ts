import { LONGEST_WORD } from '../fold.ts'
import { TRANSLITERATION } from '../lexicons/transliteration.ts'
import { PARTICLES, SOUNDS } from './name-sounds.ts'

/** Scripts by their codes of ISO 15924; `Zyyy` where none of these, or several, are used. */
export const NAME_SCRIPTS = ['Latn', 'Cyrl', 'Grek', 'Arab', 'Zyyy'] as const
export type NameScript = (typeof NAME_SCRIPTS)[number]

const LETTERS: readonly (readonly [NameScript, RegExp])[] = [
  ['Latn', /\p{Script=Latin}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Arab', /\p{Script=Arabic}/u],
]

/** In which script a name is written. */
export function scriptOf(name: string): NameScript {
  const found = LETTERS.filter(([, letters]) => letters.test(name))
  const foreign = [...name].some((each) => /\p{L}/u.test(each) && !LETTERS.some(([, letters]) => letters.test(each)))
  return found.length === 1 && !foreign ? found[0]![0] : 'Zyyy'
}

/** Latin letters that Unicode does not take apart. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', đ: 'd', ø: 'o', ł: 'l', ı: 'i', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd' },
  // Spellings of one Arabic letter that are used for each other.
  ...{ ى: 'ي', ة: 'ه', ک: 'ك', ی: 'ي', أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ء: '', ئ: 'ي', ؤ: 'و' },
}

/** Lower case without accents; Cyrillic letters that bear one as a part of themselves keep it. */
function plain(word: string): string {
  let letters = ''
  for (const letter of word.normalize('NFC').toLowerCase()) {
    const known = PLAIN[letter] ?? (/[йёїґѓќў]/.test(letter) ? letter : letter.normalize('NFKD').replace(/\p{M}/gu, ''))
    for (const each of known) letters += PLAIN[each] ?? each
  }
  return letters
}

const BETWEEN = /[^\p{L}\p{M}\p{Nd}'’ʼ]+/u
/** Signs that some write within a name and others leave out. */
const WITHIN = /['’ʼ]/gu

/** A longer text is no name. */
const LONGEST_NAME = LONGEST_WORD * 4

function wordsOf(name: string): string[] {
  return name.split(BETWEEN).flatMap((word) => {
    const letters = plain(word.replace(WITHIN, ''))
    return letters === '' ? [] : [letters]
  })
}

const inLatin = (word: string): string =>
  [...word].map((letter) => (TRANSLITERATION[letter.toUpperCase()]?.[0] ?? letter).toLowerCase()).join('')

/** The words of a text in plain Latin letters, in their order. */
export const latinWords = (text: string): string[] =>
  wordsOf(text)
    .map(inLatin)
    .filter((word) => word !== '')

/**
 * What a name reads as: its words in plain Latin letters, in the order of the alphabet, since families write the given name
 * first or last. Null where it holds no word.
 */
export function readName(name: string): string | null {
  const words = name.length > LONGEST_NAME ? [] : latinWords(name)
  return words.length === 0 ? null : words.sort().join(' ')
}

type Spelling = readonly [RegExp, string]
const respelled = (word: string, spellings: readonly Spelling[]): string =>
  spellings.reduce((text, [from, to]) => text.replace(from, to), word)

/** Greek letters that sound otherwise together (ELOT 743), in words without accents. */
const GREEK_PAIRS: readonly Spelling[] = [
  [/^μπ/g, 'π'],
  [/^ντ/g, 'δ'],
  [/^γκ/g, 'γ'],
  [/γγ/g, 'νγ'],
  [/τζ|τσ/g, 'σ'],
  [/([αεη])υ/g, '$1φ'],
]

/** Servants of God, whose names are written as one word or as several: Abdelrahman, Abdul Rahman, عبدالرحمن. */
const SERVANT =
  /^(abd)(?:[aeiou]?llah|[aeou]l(?=[a-z]{4})|[aeou](?=(?:rr|ss|nn|zz|dd|tt)[a-z]{3}))|^(абд)(?:[аеу]л(?=.{4})|[ау](?=рр.{3}))|^(عبد)(?:ال(?=.{2}))/u
/** Names after a child, which are written so too: Abubakr, Abu Bakr. */
const FATHER = /^(?:abu|абу)(?=.{4})|^ابو(?=.{3})/u
function apart(word: string): string[] {
  const father = FATHER.exec(word)
  if (father) return [father[0], word.slice(father[0].length)]
  if (/^abd[aeou][lr]$/.test(word)) return ['abd']
  const found = SERVANT.exec(word)
  if (!found) return [word]
  const rest = word.slice(found[0].length)
  return [found[1] ?? found[2] ?? found[3]!, ...(rest === '' ? ['lah'] : [rest])]
}

const DIGRAPHS: readonly Spelling[] = [
  [/^mp/g, 'b'],
  [/^nt/g, 'd'],
  [/^gk/g, 'g'],
  [/^ye(?=[vlkrfg])/g, 'e'],
  [/^iu/g, 'yu'],
  [/ch(?=[rln])/g, 'h'],
  [/sch|sh|ch|zh|ts|tz|cz|sz/g, 's'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/ck|q/g, 'k'],
  [/x/g, 'ks'],
  [/c(?=[eiy])|(?<=i)c$/g, 's'],
  [/c/g, 'k'],
]
const LATIN: Readonly<Record<string, string>> = { p: 'b', v: 'f', w: 'f', z: 's', j: 'y' }

/** Sounds of one word: what it begins with, then its consonants, those that scripts write for each other as one. */
function soundOf(word: string): string {
  const foreign = [...word].map((letter) => SOUNDS[letter])
  // An article that Arabic writes with its word.
  const bare = word.startsWith('ال') && word.length > 3 ? word.slice(2) : respelled(word, GREEK_PAIRS)
  const sounds = foreign.some((sound) => sound !== undefined)
    ? [...bare].map((letter) => SOUNDS[letter] ?? letter).join('')
    : [...respelled(word, DIGRAPHS)].map((letter) => LATIN[letter] ?? letter).join('')
  const begins = sounds[0] ?? ''
  const first = /[aeiou]/.test(begins) ? 'a' : begins
  const rest = sounds
    .slice(1)
    .replace(/[aeiouy]/g, '')
    .replace(/h$/, '')
  return (first + rest).replace(/(.)\1+/gu, '$1')
}

/**
 * How a name sounds, alike for its spellings in Latin, Cyrillic, Greek and Arabic letters: vowels, which Arabic does not write,
 * count at the beginning of a word alone. Coarse, so that it finds and never proves: two names of one sound need more than
 * that to be of one person. Null where the name holds no word.
 */
export function soundOfName(name: string): string | null {
  const all = name.length > LONGEST_NAME ? [] : wordsOf(name)
  const words = all.filter((word) => !PARTICLES.has(word))
  const sounds = (words.length > 0 ? words : all)
    .flatMap(apart)
    .map(soundOf)
    .filter((sound) => sound !== '')
  return sounds.length === 0 ? null : sounds.sort().join(' ')
}

/** How two names agree, the strongest first. */
export type NamesAgree = 'read' | 'sound'

/** Do two names read as one, or at least sound as one? Null where they do neither. */
export function namesAgree(one: string, other: string): NamesAgree | null {
  const [first, second] = [readName(one), readName(other)]
  if (first === null || second === null) return null
  if (first === second) return 'read'
  return soundOfName(one) === soundOfName(other) ? 'sound' : null
}
