import type { MarkCharacter } from '@proofmark/domain/marking'

const DIGITS = 10
const LETTERS = 26
/** Above this a mark identifies no firearm (DOMAIN 4.7). */
export const CHANCE_LIMIT = 0.1

/** How many characters could stand at a position of this kind: a digit is one of ten, a letter one of twenty-six. */
function alphabet(alternatives: readonly string[]): number {
  if (alternatives.length === 0) return DIGITS + LETTERS
  return alternatives.every((character) => /\p{N}/u.test(character)) ? DIGITS : LETTERS
}

/**
 * How many of `entries` would fit the mark by chance: E = N × Π |alternatives| / |alphabet| over its positions, where a
 * clear position has one alternative and a lost one all (DOMAIN 4.7). Every entry fits a mark without positions.
 */
export function expectedChance(characters: readonly MarkCharacter[], entries: number): number {
  return characters.reduce((fitting, { run, alternatives }) => {
    if (run || alternatives.length === 0) return fitting
    return (fitting * alternatives.length) / alphabet(alternatives)
  }, entries)
}
