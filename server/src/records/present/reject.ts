import type { Say } from '@proofmark/contract/messages'
import type { ImportReject } from '@proofmark/contract/schemas/import'
import type { Reject } from '../rules/read-row.ts'

/** A row that came back, in words: where, what stood there, why it came back, and what would be accepted. */
export function presentReject({ row, field, value, reason, accepted }: Reject, say: Say): ImportReject {
  return {
    row,
    field,
    value,
    reason: say(reason.id, reason.parameters),
    accepted: say(accepted.id, accepted.parameters),
  }
}
