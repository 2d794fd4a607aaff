import type { CasePart, LeavingReason } from '@proofmark/contract/case-desk-words'
import type { Context } from '../../access/context.ts'

export interface SaidMember {
  readonly compartment: string
  readonly account: string
  readonly part: CasePart | 'none'
  readonly until: Date | null
  /** As it was typed; empty where `leaving` says it. */
  readonly why: string
  readonly leaving?: LeavingReason | undefined
}

/** Says what somebody may do in a compartment from now on; what was said before stays. */
export async function sayMember(
  { client, reader }: Context,
  { compartment, account, part, until, why, leaving }: SaidMember,
): Promise<void> {
  await client.query(
    `INSERT INTO compartment_member (compartment_id, account_id, number, part, until, why, said_by, leaving)
     SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7 FROM compartment_member
     WHERE compartment_id = $1 AND account_id = $2`,
    [compartment, account, part, until, why, reader.account, leaving ?? null],
  )
}
