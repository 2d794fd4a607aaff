import { ProofmarkError } from '@proofmark/contract/errors'
import type { Mark } from '@proofmark/domain/marking'
import { scriptOf, skeleton } from '@proofmark/domain/serial-norm'
import { formatPattern } from '@proofmark/domain/serial-pattern'
import { readPattern } from './read-pattern.ts'

/** A search with fewer clear characters would look at half the register, and identify nothing. */
export const LEAST_CLEAR = 3

/**
 * What an analyst typed, as a mark. Throws `pattern_unreadable`, naming what stands where and what would be accepted,
 * and `pattern_too_open` where fewer than three characters are clear.
 */
export function queryMark(typed: string): Mark {
  const { characters } = readPattern(typed)
  const clear = characters.filter(({ state }) => state === 'clear').length
  if (clear < LEAST_CLEAR)
    throw new ProofmarkError('pattern_too_open', { value: typed.slice(0, 80), least: LEAST_CLEAR })
  const norm = formatPattern({ characters, bySkeleton: false })
  return {
    part: 'unknown',
    kind: 'serial',
    stated: typed,
    norm,
    skeleton: skeleton(norm),
    script: scriptOf(typed),
    state: characters.every(({ state }) => state === 'clear') ? 'legible' : 'partial',
    characters,
  }
}
