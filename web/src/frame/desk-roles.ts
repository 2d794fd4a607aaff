import type { Role } from '@proofmark/contract/roles'
import type { Session } from '@proofmark/contract/schemas/session'

/** Who may enter a record; the server decides, this only spares a refusal. */
export const RECORDERS: readonly Role[] = ['recorder', 'data_steward']
/** Who may decide what words mean; the server decides here too. */
export const STEWARDS: readonly Role[] = ['data_steward']
/** Who may check the access log; only data-protection officers read it. */
export const OVERSEERS: readonly Role[] = ['data_protection_officer', 'administrator']

/** Does whoever is signed in hold one of these roles? */
export function holdsOne(session: Session, roles: readonly Role[]): boolean {
  return session.roles.some((role) => roles.includes(role))
}

/** Where everybody's work begins. */
export const START = '/'
