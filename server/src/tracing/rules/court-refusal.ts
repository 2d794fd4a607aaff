import type { Handling, TraceReplyMessage } from '@proofmark/contract/schemas/trace-message'
import { mayLeave } from '@proofmark/domain/may-leave'

/** Why something may not go to a court. The sentence is `package.kept.<reason>`. */
export const COURT_REFUSALS = ['expired', 'no_permission', 'codes_forbid'] as const
export type CourtRefusal = (typeof COURT_REFUSALS)[number]

/**
 * Why what bears these codes may not go to a court; null where it may. What its originator permitted may, and what it said
 * to us as a reply may by no code alone: it is intelligence until then. The codes are weighed where all codes are.
 */
export function courtRefusal(
  handling: Handling,
  courtUse: TraceReplyMessage['courtUse'] | null,
  today: string,
): CourtRefusal | null {
  const permission = courtUse?.permitted ? { permission: { until: null } } : {}
  const leave = mayLeave(handling, { kind: 'court', on: today, ...permission })
  if (leave.decision !== 'allowed')
    return leave.reason === 'expired' ? 'expired' : courtUse === null ? 'codes_forbid' : 'no_permission'
  return courtUse === null || courtUse.permitted ? null : 'no_permission'
}
