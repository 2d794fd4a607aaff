import { asciiDigit } from '../fold.ts'
import {
  LETTER_WAYS,
  NUMBER_ENDINGS,
  NUMBER_WORDS,
  ORDINAL,
  SAINTS,
  UNIT_WORDS,
  WAY_ENDINGS,
  WAY_OF,
} from './address-words.ts'
import { latinWords } from './person-name.ts'

/** A longer text is no address. */
const LONGEST_ADDRESS = 480
const isNumber = (word: string | undefined): boolean => word !== undefined && /^\d/.test(word)

/**
 * The words in their order: digits as ASCII without noughts before them, `C/` as the Spanish write a street, and with the number of
 * a house the letter that belongs to it, unless that stands before another number: `10 m. 4`.
 */
function addressWords(stated: string): string[] {
  const text = [...stated.replace(/^\s*c\//i, 'calle ').replace(/\bp\.?\s*o\.?\s*box\b/gi, 'pobox')]
    .map((each) => asciiDigit(each) ?? each)
    .join('')
  const words: string[] = []
  if (stated.length > LONGEST_ADDRESS) return words
  const all = latinWords(text)
  for (const [place, word] of all.entries()) {
    const before = words.at(-1)
    const ends = NUMBER_ENDINGS.has(word) || (/^[a-z]$/.test(word) && !isNumber(all[place + 1]))
    if (ends && before !== undefined && /^\d+$/.test(before)) words[words.length - 1] = before + word
    else words.push(word.replace(/^0+(?=\d)/, ''))
  }
  return words
}

/**
 * A word as its spellings in Latin letters have it in common: with one letter for what hisses, as letters of other scripts are
 * written without accents, and without the e that stands for one.
 */
const spelled = (word: string): string =>
  word
    .replace(/([aou])e/g, '$1')
    .replace(/oy/g, 'ou')
    .replace(/shch|sh/g, 's')
    .replace(/ch|ts|tz/g, 'c')
    .replace(/zh/g, 'z')
    .replace(/kh/g, 'h')
    .replace(/w/g, 'v')
    .replace(/[yj]/g, 'i')
    .replace(/(.)\1+/g, '$1')

/** One word of an address as its spellings have it in common; nothing for what only introduces a number. */
function wordMeans(word: string, place: number, all: readonly string[]): readonly string[] {
  const [before, after] = [all[place - 1], all[place + 1]]
  const floor = UNIT_WORDS.get(after ?? '') === 'floor' ? ORDINAL.exec(word)?.[1] : undefined
  if (floor !== undefined) return [`floor${floor}`]
  if (isNumber(word)) {
    const unit = before === undefined ? undefined : UNIT_WORDS.get(before)
    return [unit === undefined ? word : unit + word]
  }
  if (isNumber(after) && (NUMBER_WORDS.has(word) || UNIT_WORDS.has(word))) return []
  if (UNIT_WORDS.get(word) === 'floor' && before !== undefined && ORDINAL.test(before)) return []
  // `St.` stands before a saint and after the name of a street.
  if (SAINTS.has(word)) {
    const ends = before !== undefined && !isNumber(before) && (after === undefined || isNumber(after))
    return [word === 'st' && ends ? 'street' : 'saint']
  }
  const way = WAY_OF.get(word) ?? (place === 0 || isNumber(after) ? LETTER_WAYS.get(word) : undefined)
  if (way !== undefined) return [way]
  for (const [ending, of] of WAY_ENDINGS) {
    const named = ending.exec(word)?.[1]
    if (named !== undefined) return [spelled(named), of]
  }
  return [spelled(word)]
}

/**
 * An address reads as its words in plain Latin letters, in no order: streets and houses are written before or after each
 * other. Ways are spelled out, and `street`, which many leave out, counts only where little else is said; the number of a flat is
 * bound to it. Two addresses of which one names less, the flat or the town, do not read as one.
 */
export function readAddress(stated: string): string | null {
  const words = addressWords(stated).flatMap(wordMeans)
  const bare = words.filter((word) => word !== 'street')
  const told = bare.length > 1 ? bare : words
  return told.length < 2 ? null : told.sort().join(' ')
}

const PAGE =
  /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/?#@\s]*@)?([^/?#@\s:]+\.[^/?#@\s:]+)(:\d+)?(\/[^?#\s]*)?(\?[^#\s]*)?(#.*)?$/i
/** What pages add to an address to count who came from where. */
const COUNTING = /^(utm_\w+|fbclid|gclid|ref|igshid)=/i

/** The address of a page without what does not tell pages apart: scheme, `www`, fragment, counters, order of parameters. */
export function readPage(stated: string): string | null {
  if (stated.length > 2_000) return null
  const [, host, port = '', path = '', query = ''] = PAGE.exec(stated.trim()) ?? []
  if (host === undefined) return null
  const asked = query
    .slice(1)
    .split('&')
    .filter((each) => each !== '' && !COUNTING.test(each))
  const shown = asked.length > 0 ? `?${asked.sort().join('&')}` : ''
  return `${host.toLowerCase().replace(/^www\./, '')}${port}${path.replace(/\/+$/, '')}${shown}`
}

/** A point on the map to a hundred metres: `44.8125, 20.4612`. Null where it is none. */
export function readPoint(stated: string): string | null {
  const [, latitude, longitude] = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(stated) ?? []
  const [north, east] = [Number(latitude), Number(longitude)]
  if (latitude === undefined || Math.abs(north) > 90 || Math.abs(east) > 180) return null
  return [north, east].map((degrees) => (degrees + 0).toFixed(3).replace(/^-(?=0\.000$)/, '')).join(',')
}
