import { ProofmarkError } from '@proofmark/contract/errors'

/** How many parts the place of a list has, each a text: what its rows are ordered by. */
const MOST_PARTS = 4

/** The place behind a row, as a text that a reader hands back to go on. It holds nothing but what the row shows. */
export const formatIssuePlace = (parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url')

/** The parts of a place. Throws `body_invalid` for a text that no answer gave. */
export function parseIssuePlace(text: string): string[] {
  const wrong = new ProofmarkError('body_invalid', { field: 'after', expected: 'place' })
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    const isPart = (part: unknown): part is string => typeof part === 'string' && !part.includes('\0')
    if (Array.isArray(parts) && parts.length > 0 && parts.length <= MOST_PARTS && parts.every(isPart)) return parts
  } catch {
    throw wrong
  }
  throw wrong
}
