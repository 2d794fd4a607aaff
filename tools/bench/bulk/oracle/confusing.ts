import { CONFUSED, CONFUSIONS } from '../../mix/damage-shares.ts'
import { countsOf } from './shares.ts'

interface LookAlike {
  readonly other: string
  readonly weight: number
}

const lookAlikes = new Map<string, LookAlike>(
  CONFUSED.flatMap(([one, other, weight]): [string, LookAlike][] => [
    [one, { other, weight }],
    [other, { other: one, weight }],
  ]),
)
const folded = new Map(CONFUSED.map(([one, other]) => [other, one]))
const counts = countsOf(CONFUSIONS)
/** So many characters are confused at most. */
export const MOST_CONFUSED = counts.length - 1

/** What a character is confused with, if with any. */
export const lookAlikeOf = (character: string): string | undefined => lookAlikes.get(character)?.other

/** How readily a character is confused, beside others of its serial. */
export const weightOf = (character: string): number => lookAlikes.get(character)?.weight ?? 0

/** The text in which a character and its look-alike are the same. */
export const foldLookAlikes = (text: string): string => text.replace(/[OISBZG]/g, (letter) => folded.get(letter)!)

/** The positions of characters that can be confused. */
export const confusablePositions = (text: string): number[] =>
  [...text].flatMap((character, position) => (lookAlikes.has(character) ? [position] : []))

/** How probable it is that just these are drawn first, in whatever order, where they leave `total` less each time. */
function inAnyOrder(weights: readonly number[], total: number): number {
  if (weights.length === 0) return 1
  return weights.reduce(
    (sum, weight, place) => sum + (weight / total) * inAnyOrder(weights.toSpliced(place, 1), total - weight),
    0,
  )
}

/** Of what a serial's characters weigh: how many can be confused, and how much they weigh together. */
export interface Confusables {
  readonly count: number
  readonly total: number
}

export function confusablesOf(serial: string): Confusables {
  let [count, total] = [0, 0]
  for (const character of serial) {
    const weight = weightOf(character)
    if (weight > 0) count++
    total += weight
  }
  return { count, total }
}

/** How probable it is that the characters of these weights are confused, and no others. */
export function setProbability({ count, total }: Confusables, weights: readonly number[]): number {
  const size = weights.length
  if (size === 0 || size > MOST_CONFUSED) return 0
  const drawn = size === count ? counts.slice(size).reduce((sum, one) => sum + one, 0) : counts[size]!
  return drawn * inAnyOrder(weights, total)
}

/** How probable it is that confusions, where there are any, make of a serial what was read; nothing is lost in it. */
export function confusionProbability(serial: string, read: string): number {
  if (serial.length !== read.length) return 0
  const weights: number[] = []
  for (let at = 0; at < serial.length; at++) {
    if (serial[at] === read[at]) continue
    if (lookAlikeOf(serial[at]!) !== read[at] || weights.length === MOST_CONFUSED) return 0
    weights.push(weightOf(serial[at]!))
  }
  return weights.length === 0 ? 0 : setProbability(confusablesOf(serial), weights)
}

/** The text with the characters at these positions confused. */
export function confusedAt(text: string, positions: readonly number[]): string {
  const characters = [...text]
  for (const position of positions) characters[position] = lookAlikeOf(characters[position]!)!
  return characters.join('')
}

/** All selections of one to `most` of the items. */
export function selectionsOf<Item>(items: readonly Item[], most: number): Item[][] {
  const selections: Item[][] = [[]]
  for (const item of items)
    for (const selection of [...selections]) if (selection.length < most) selections.push([...selection, item])
  return selections.slice(1)
}
