import { SKELETON_ALPHABET } from './keys.ts'
import { isDigit } from './shapes.ts'

const DIGITS = SKELETON_ALPHABET.filter(isDigit)
const LETTERS = SKELETON_ALPHABET.filter((character) => !isDigit(character))

/** What may have stood in a place: of the kinds that stand there and beside it, or anything. */
function options(kinds: readonly (string | undefined)[], which: 'likely' | 'all'): readonly string[] {
  if (which === 'all') return SKELETON_ALPHABET
  const present = kinds.filter((character) => character !== undefined)
  const digit = present.some(isDigit)
  const letter = present.some((character) => !isDigit(character))
  if (digit && letter) return SKELETON_ALPHABET
  return digit ? DIGITS : LETTERS
}

/** Longer marks are whole already without their neighbours, which would be thousands. */
const LONGEST = 24

/**
 * The skeletons that one edit makes of one: a character misread, added, left out, or exchanged with its neighbour.
 * `likely` keeps to characters of the kinds that stand beside the place: among digits only a digit is tried.
 */
export function neighbours(skeleton: string, which: 'likely' | 'all'): string[] {
  if (skeleton.length > LONGEST) return []
  const found = new Set<string>()
  for (let at = 0; at < skeleton.length; at++) {
    const [before, here, after] = [skeleton[at - 1], skeleton[at], skeleton[at + 1]]
    const [front, back] = [skeleton.slice(0, at), skeleton.slice(at + 1)]
    found.add(front + back)
    if (after !== undefined) found.add(front + after + here + skeleton.slice(at + 2))
    for (const other of options([before, here, after], which)) found.add(front + other + back)
  }
  for (let at = 0; at <= skeleton.length; at++)
    for (const other of options([skeleton[at - 1], skeleton[at]], which))
      found.add(skeleton.slice(0, at) + other + skeleton.slice(at))
  found.delete(skeleton)
  found.delete('')
  return [...found]
}
