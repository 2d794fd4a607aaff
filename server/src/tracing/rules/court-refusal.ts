import type { Handling, TraceReplyMessage } from '@proofmark/contract/schemas/trace-message'

/** Why something may not go to a court. The sentence is `package.kept.<reason>`. */
export const COURT_REFUSALS = ['expired', 'no_permission', 'codes_forbid'] as const
export type CourtRefusal = (typeof COURT_REFUSALS)[number]

/** Codes that leave the use in court free; with any other, or with none, the originator is asked. */
const FREE: Readonly<Record<Handling['scheme'], readonly string[]>> = {
  europol: ['H0'],
  uk_3x5x2: ['P'],
  uk_5x5x5: [],
  admiralty: [],
}

/**
 * Why what bears these codes may not go to a court; null where it may. What its originator permitted may, and what it said
 * to us as a reply may by no code alone: it is intelligence until then.
 */
export function courtRefusal(
  { scheme, codes, conditions, expires }: Handling,
  courtUse: TraceReplyMessage['courtUse'] | null,
  today: string,
): CourtRefusal | null {
  if (expires !== null && expires < today) return 'expired'
  if (courtUse?.permitted) return null
  if (courtUse !== null) return 'no_permission'
  const free = codes.length > 0 && codes.every((code) => FREE[scheme].includes(code))
  return free && (conditions ?? '').trim() === '' ? null : 'codes_forbid'
}
