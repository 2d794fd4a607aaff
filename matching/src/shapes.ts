import type { MarkCharacter } from '@proofmark/domain/marking'

/** How many letters and digits a position may have been, by chance, each with its weight. */
interface Weights {
  readonly digit: number
  readonly letter: number
}

/**
 * A digit is one of ten. A letter is one of eight and not of twenty-six, since makers use few prefixes and whole
 * consignments share them.
 */
export const CHANCE = { digit: 1 / 10, letter: 1 / 8 } as const

/**
 * Shares of the shapes that makers number by, as letters in front, digits, letters behind, from counts of seizure
 * files: most serials have five to eight characters, a third of them digits alone.
 */
const REGULAR: readonly (readonly [front: number, digits: number, back: number, share: number])[] = [
  [0, 3, 0, 0.01],
  [0, 4, 0, 0.03],
  [0, 5, 0, 0.09],
  [0, 6, 0, 0.12],
  [0, 7, 0, 0.06],
  [0, 8, 0, 0.03],
  [0, 9, 0, 0.008],
  [0, 10, 0, 0.004],
  [1, 3, 0, 0.005],
  [1, 4, 0, 0.02],
  [1, 5, 0, 0.08],
  [1, 6, 0, 0.11],
  [1, 7, 0, 0.04],
  [1, 8, 0, 0.01],
  [2, 3, 0, 0.01],
  [2, 4, 0, 0.015],
  [2, 5, 0, 0.04],
  [2, 6, 0, 0.06],
  [2, 7, 0, 0.008],
  [3, 3, 0, 0.03],
  [3, 4, 0, 0.03],
  [3, 5, 0, 0.12],
  [3, 6, 0, 0.008],
  [3, 7, 0, 0.02],
  [4, 3, 0, 0.03],
  [4, 4, 0, 0.004],
  [0, 4, 1, 0.002],
  [0, 5, 1, 0.004],
  [0, 6, 1, 0.003],
  [1, 4, 1, 0.002],
  [1, 5, 1, 0.006],
  [1, 6, 1, 0.002],
]

/** What follows none of these shapes, spread over the lengths and over every order of letters and digits. */
const IRREGULAR = { share: 0.02, ofOneLength: 0.1 } as const

const BY_LENGTH = new Map<number, (readonly [front: number, digits: number, back: number, share: number])[]>()
for (const shape of REGULAR) {
  const length = shape[0] + shape[1] + shape[2]
  BY_LENGTH.set(length, [...(BY_LENGTH.get(length) ?? []), shape])
}

const DIGIT = /^\p{N}$/u

/** Letters and digits that everybody writes are told apart without asking what Unicode says of them. */
export const isDigit = (character: string): boolean =>
  character <= 'Z' && character.length === 1 ? character >= '0' && character <= '9' : DIGIT.test(character)

/** Anything may stand there. */
export const ANY: Weights = { digit: 1, letter: 1 }
/** Any digit, or any letter. */
export const ANY_DIGIT: Weights = { digit: 1, letter: 0 }
export const ANY_LETTER: Weights = { digit: 0, letter: 1 }

/** The weights of one position of a mark. */
export function weightsOf({ alternatives }: Pick<MarkCharacter, 'alternatives'>): Weights {
  if (alternatives.length === 0) return ANY
  const digits = alternatives.filter(isDigit).length
  return { digit: digits * CHANCE.digit, letter: (alternatives.length - digits) * CHANCE.letter }
}

export type { Weights }

/** How often a firearm's number falls among those that these positions allow: between 0 and 1. */
export function shareOf(positions: readonly Weights[]): number {
  const { length } = positions
  let irregular = IRREGULAR.share * IRREGULAR.ofOneLength
  for (const { digit, letter } of positions) irregular *= (digit + letter) / 2
  let sum = irregular
  for (const [front, digits, , share] of BY_LENGTH.get(length) ?? []) {
    let product = share
    for (let at = 0; at < length && product > 0; at++) {
      const { digit, letter } = positions[at]!
      product *= at >= front && at < front + digits ? digit : letter
    }
    sum += product
  }
  return sum
}
