import type { ErrorCode } from '@proofmark/contract/errors'
import type { Role } from '@proofmark/contract/roles'

/** Who may be the second person for a role. */
export const SECOND_PERSONS: readonly Role[] = ['administrator', 'data_protection_officer']

export interface WaitingRole {
  readonly account: string
  readonly requestedBy: string
  /** Who last handed out a link into the account, and so might sit behind it. */
  readonly linkIssuedBy: string | null
}

/**
 * Why this person is not the second one for the role, or null where they are. Two people give a role to a third: neither
 * is the account's own, and whoever could have used the link into the account counts as the first, whoever asked for the
 * role. So no one person, administrator or not, comes by a role alone.
 */
export function notSecondPerson(
  decider: string,
  { account, requestedBy, linkIssuedBy }: WaitingRole,
): ErrorCode | null {
  if (decider === account) return 'account_own'
  return decider === requestedBy || decider === linkIssuedBy ? 'role_second_person' : null
}
