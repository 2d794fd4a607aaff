import { hashOn, stirred } from './hash.ts'
import { BEFORE_SKELETON, SKELETON_ALPHABET } from './keys.ts'
import { isDigit } from './shapes.ts'

const DIGITS = SKELETON_ALPHABET.filter(isDigit)
const LETTERS = SKELETON_ALPHABET.filter((character) => !isDigit(character))

/** What may have stood in a place: of the kinds that stand there and beside it, or anything. */
function options(kinds: readonly (string | undefined)[], which: 'likely' | 'all'): readonly string[] {
  if (which === 'all') return SKELETON_ALPHABET
  let [digit, letter] = [false, false]
  for (const character of kinds) {
    if (character === undefined) continue
    if (isDigit(character)) digit = true
    else letter = true
  }
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

/**
 * The keys of the same neighbours as `neighbours` gives, without writing them out: a look-up asks for hundreds. That of
 * the skeleton itself may be among them.
 */
export function neighbourKeys(skeleton: string, which: 'likely' | 'all'): Set<number> {
  const found = new Set<number>()
  if (skeleton.length > LONGEST) return found
  let before = BEFORE_SKELETON
  for (let at = 0; at <= skeleton.length; at++) {
    const [front, here, after] = [skeleton[at - 1], skeleton[at], skeleton[at + 1]]
    const rest = skeleton.slice(at)
    const behind = skeleton.slice(at + 1)
    for (const other of options([front, here], which)) found.add(stirred(hashOn(rest, hashOn(other, before))))
    if (here === undefined) break
    if (skeleton.length > 1) found.add(stirred(hashOn(behind, before)))
    if (after !== undefined) found.add(stirred(hashOn(skeleton.slice(at + 2), hashOn(after + here, before))))
    for (const other of options([front, here, after], which)) found.add(stirred(hashOn(behind, hashOn(other, before))))
    before = hashOn(here, before)
  }
  return found
}
