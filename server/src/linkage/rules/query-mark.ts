import { ProofmarkError } from '@proofmark/contract/errors'
import { readAbsence } from '@proofmark/domain/absence'
import type { Mark } from '@proofmark/domain/marking'
import { charactersOf } from '@proofmark/domain/serial-characters'
import { norm, scriptOf, skeleton } from '@proofmark/domain/serial-norm'
import { formatPattern } from '@proofmark/domain/serial-pattern'
import { readPattern } from './read-pattern.ts'

/** A search with fewer clear characters would look at half the register, and identify nothing. */
export const LEAST_CLEAR = 3

/**
 * What an analyst typed, as a mark. Throws `pattern_unreadable`, naming what stands where and what would be accepted,
 * `pattern_says_none` for a word such as `obliterated`, and `pattern_too_open` where fewer than three characters are clear.
 */
export function queryMark(typed: string): Mark {
  const plain = !/[?*[\]~]/.test(typed)
  if (plain && readAbsence(typed) !== null) throw new ProofmarkError('pattern_says_none', { value: typed.slice(0, 80) })
  const read = readPattern(typed)
  // A label such as `No.` is no part of the mark, as it is none of a source's.
  const characters = plain ? charactersOf(norm(typed)) : read.characters
  const clear = characters.filter(({ state }) => state === 'clear').length
  if (clear < LEAST_CLEAR)
    throw new ProofmarkError('pattern_too_open', { value: typed.slice(0, 80), least: LEAST_CLEAR })
  const asked = formatPattern({ characters, bySkeleton: false })
  return {
    part: 'unknown',
    kind: 'serial',
    stated: typed,
    norm: asked,
    skeleton: skeleton(asked),
    script: scriptOf(typed),
    state: characters.every(({ state }) => state === 'clear') ? 'legible' : 'partial',
    characters,
  }
}
