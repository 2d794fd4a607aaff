/** The notation in which an analyst asks for a serial that is known in part. */
import type { MarkCharacter } from './marking.ts'
import { character, charactersOf, formatCharacters, LOST, RUN } from './serial-characters.ts'
import { LONGEST_SERIAL, norm, skeleton } from './serial-norm.ts'

/** Most readings of one doubtful character. */
export const MOST_ALTERNATIVES = 8

export interface SerialPattern {
  readonly characters: readonly MarkCharacter[]
  /** `~` was written first: compare skeletons, so that confusable characters count as equal. */
  readonly bySkeleton: boolean
}

export type PatternProblemId =
  | 'pattern_empty'
  | 'pattern_too_long'
  | 'pattern_character'
  | 'pattern_bracket_open'
  | 'pattern_bracket_close'
  | 'pattern_bracket_empty'
  | 'pattern_bracket_long'
  | 'pattern_tilde'

/** What is wrong, where (offset in UTF-16 code units), what stands there, and what would be accepted. */
export interface PatternProblem {
  readonly id: PatternProblemId
  readonly position: number
  readonly found: string
  readonly accepted: string
}

export type PatternRead =
  | { readonly ok: true; readonly pattern: SerialPattern }
  | { readonly ok: false; readonly problem: PatternProblem }

const ACCEPTED = 'letters, digits, ? for one lost character, * for a run of them, [8B] for a doubt, ~ first'
const SEPARATOR = /[\s.\-/]/u

const fail = (id: PatternProblemId, position: number, found: string, accepted = ACCEPTED): PatternRead => ({
  ok: false,
  problem: { id, position, found, accepted },
})

function oneCharacter(text: string): string | null {
  const read = /[?*[\]|]/.test(text) ? '' : norm(text)
  return [...read].length === 1 ? read : null
}

/**
 * Reads `12[8B]4?*` as typed: letters and digits, `?` one lost character, `*` a run of any length (also none), `[8B]`
 * the readings of a doubtful one, `~` in front to compare skeletons. Spaces, hyphens, dots and slashes are separators.
 * Strict: the first thing that is none of these is named with its position, and nothing is searched.
 */
export function parsePattern(typed: string): PatternRead {
  if (typed.length > LONGEST_SERIAL) {
    return fail('pattern_too_long', LONGEST_SERIAL, String(typed.length), `at most ${LONGEST_SERIAL} characters`)
  }
  const characters: MarkCharacter[] = []
  let bySkeleton = false
  let open: { readonly at: number; readonly readings: string[] } | null = null
  let position = 0
  for (const one of typed) {
    const at = position
    position += one.length
    if (one === '[') {
      if (open) return fail('pattern_bracket_open', at, one, '] before the next [')
      open = { at, readings: [] }
    } else if (one === ']') {
      if (!open) return fail('pattern_bracket_close', at, one, 'a [ before it')
      if (open.readings.length === 0) return fail('pattern_bracket_empty', open.at, '[]', 'readings, as in [8B]')
      characters.push(character(open.readings))
      open = null
    } else if (one === '~') {
      if (bySkeleton || characters.length > 0 || open) return fail('pattern_tilde', at, one, '~ once, in front')
      bySkeleton = true
    } else if (open) {
      const reading = oneCharacter(one)
      if (reading === null) return fail('pattern_character', at, one, 'letters and digits between [ and ]')
      if (!open.readings.includes(reading)) open.readings.push(reading)
      if (open.readings.length > MOST_ALTERNATIVES) {
        return fail(
          'pattern_bracket_long',
          open.at,
          String(open.readings.length),
          `at most ${MOST_ALTERNATIVES} readings`,
        )
      }
    } else if (one === '?') characters.push(LOST)
    else if (one === '*') {
      if (!characters[characters.length - 1]?.run) characters.push(RUN)
    } else if (!SEPARATOR.test(one)) {
      const plain = oneCharacter(one)
      if (plain === null) return fail('pattern_character', at, one)
      characters.push(character([plain]))
    }
  }
  if (open) return fail('pattern_bracket_open', open.at, '[', 'a ] after its readings')
  if (!characters.some((one) => one.alternatives.length > 0)) {
    return fail('pattern_empty', 0, typed, 'at least one letter or digit')
  }
  return { ok: true, pattern: { characters, bySkeleton } }
}

/** The pattern as it would be typed; `parsePattern` reads it back to the same pattern. */
export function formatPattern(pattern: SerialPattern): string {
  return (pattern.bySkeleton ? '~' : '') + formatCharacters(pattern.characters)
}

function agree(a: MarkCharacter, b: MarkCharacter): boolean {
  return (
    a.alternatives.length === 0 ||
    b.alternatives.length === 0 ||
    a.alternatives.some((one) => b.alternatives.includes(one))
  )
}

/** Could a stored norm, itself perhaps with lost characters, be a number that the pattern asks for? */
export function matchesPattern(pattern: SerialPattern, normText: string): boolean {
  const fold = (text: string) => charactersOf(pattern.bySkeleton ? skeleton(text) : text)
  const asked = fold(formatCharacters(pattern.characters))
  const stored = fold(normText)
  let reachable = [true]
  for (let j = 1; j <= stored.length; j++) reachable.push(reachable[j - 1]! && stored[j - 1]!.run)
  for (const one of asked) {
    const row = [reachable[0]! && one.run]
    for (let j = 1; j <= stored.length; j++) {
      const other = stored[j - 1]!
      const passed = one.run || other.run
      row.push((agree(one, other) && reachable[j - 1]!) || (passed && (row[j - 1]! || reachable[j]!)))
    }
    reachable = row
  }
  return reachable[stored.length]!
}
