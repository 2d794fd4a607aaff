import type { LinkFailure, PeerRefusal } from '@proofmark/contract/exchange-words'

const FIRST_MS = 2_000
const LONGEST_MS = 60 * 60_000
/** About five days at the longest pause. */
export const MOST_ATTEMPTS = 130

/** What saying it once more does not change: a person has to look. */
const LASTING: ReadonlySet<PeerRefusal | LinkFailure> = new Set([
  'signature_missing',
  'signature_wrong',
  'key_unknown',
  'sender_other',
  'recipient_other',
  'hash_other',
  'id_reused',
  'kind_unknown',
  'form_unknown',
  'body_invalid',
  'too_large',
  'not_allowed',
  'not_found',
])

/**
 * When a message whose attempt failed is tried again; null: it is dead until a person acts. The pause doubles with each
 * attempt up to an hour; `chance` (from 0, below 1) spreads what failed together over half of it.
 */
export function nextAttempt(
  reason: PeerRefusal | LinkFailure,
  attempts: number,
  now: Date,
  chance: number,
): Date | null {
  if (LASTING.has(reason) || attempts >= MOST_ATTEMPTS) return null
  const pause = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts - 1, 30))
  return new Date(now.getTime() + pause * (0.5 + chance / 2))
}
