import type { MarkCharacter } from './marking.ts'

/** Letters and digits that a lost character may have been; 26 and 10. */
export const ALPHABET_SIZE = 36

export const LOST: MarkCharacter = Object.freeze({ state: 'lost', alternatives: Object.freeze([]), run: false })
export const RUN: MarkCharacter = Object.freeze({ state: 'lost', alternatives: Object.freeze([]), run: true })

const clearCharacters = new Map<string, MarkCharacter>()
for (const one of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ') clearCharacters.set(one, clear(one))

/** A character with one reading (`8`) or with several (`[8B]`). */
export function character(alternatives: readonly string[]): MarkCharacter {
  const [only] = alternatives
  if (alternatives.length !== 1 || only === undefined) return { state: 'doubtful', alternatives, run: false }
  return clearCharacters.get(only) ?? clear(only)
}

function clear(one: string): MarkCharacter {
  return Object.freeze({ state: 'clear', alternatives: Object.freeze([one]), run: false })
}

/** The positions of a norm or a skeleton as `norm` writes them: `12[8B]4?*`. */
export function charactersOf(norm: string): MarkCharacter[] {
  const found: MarkCharacter[] = []
  let open: string[] | null = null
  for (const one of norm) {
    if (one === '[') open = []
    else if (one === ']' && open !== null) {
      found.push(character(open))
      open = null
    } else if (open !== null) open.push(one)
    else if (one === '?') found.push(LOST)
    else if (one === '*') found.push(RUN)
    else found.push(clearCharacters.get(one) ?? clear(one))
  }
  return found
}

/** The text of positions, the inverse of `charactersOf`. */
export function formatCharacters(characters: readonly MarkCharacter[]): string {
  let text = ''
  for (const { alternatives, run } of characters) {
    if (alternatives.length === 0) text += run ? '*' : '?'
    else text += alternatives.length === 1 ? alternatives[0]! : `[${alternatives.join('')}]`
  }
  return text
}

/**
 * How many plain numbers the positions stand for: the product of the readings of each, 36 for a lost one. Null where a
 * run of unknown length leaves the number open. Shown with every partial search, as the risk of coincidence.
 */
export function expansions(characters: readonly MarkCharacter[]): number | null {
  let count = 1
  for (const { alternatives, run } of characters) {
    if (run) return null
    count *= alternatives.length === 0 ? ALPHABET_SIZE : alternatives.length
  }
  return count
}
