import { chancesFrom } from '../../../../server/src/demonstration/random.ts'
import { LOST } from '../../mix/edits-between.ts'

/** The longest text that is looked for; what is longer is no serial of the mix in any form. */
export const LONGEST = 20
const CODES = 128

const chances = chancesFrom(1)
const number = () => (chances.next() * 2 ** 32) | 0
const byPlace = Int32Array.from({ length: LONGEST * CODES }, number)
const byLength = Int32Array.from({ length: LONGEST + 1 }, number)

/** Adds up to the hash of a text by its characters: each its own number at each place. */
export const hashAt = (place: number, character: number): number => byPlace[place * CODES + (character & 127)]!

/** With what the hash of a text of a length begins. */
export const hashOfLength = (length: number): number => byLength[length]!

/** The places of a text that are lost, as bits. */
export function lostPlaces(text: string): number {
  let places = 0
  for (let at = 0; at < text.length; at++) if (text[at] === LOST) places |= 1 << at
  return places
}

/** What lost places add to a hash. */
export const hashOfPlaces = (places: number): number => Math.imul(places, 0x9e3779b1)

/** The hash of a text without its lost characters, of which only the places count. */
export function hashOf(text: string): number {
  const lost = lostPlaces(text)
  let hash = hashOfLength(text.length) ^ hashOfPlaces(lost)
  for (let at = 0; at < text.length; at++) if (text[at] !== LOST) hash ^= hashAt(at, text.charCodeAt(at))
  return hash
}
