import { ProofmarkError } from '@proofmark/contract/errors'
import { parsePattern, type SerialPattern } from '@proofmark/domain/serial-pattern'

/** A mark as an analyst types it. Throws `pattern_unreadable`, naming what stands where and what would be accepted. */
export function readPattern(typed: string): SerialPattern {
  const read = parsePattern(typed)
  if (read.ok) return read.pattern
  const { position, found, accepted } = read.problem
  throw new ProofmarkError('pattern_unreadable', {
    value: typed.slice(0, 80),
    found,
    position: position + 1,
    expected: accepted,
  })
}
