import type { Role } from '@proofmark/contract/roles'
import type { Session } from '@proofmark/contract/schemas/session'

/** Who may enter a record; the server decides, this only spares a refusal. */
export const RECORDERS: readonly Role[] = ['recorder', 'data_steward']
/** Who may decide what words mean; the server decides here too. */
export const STEWARDS: readonly Role[] = ['data_steward']
/** Who may check the access log, which only data-protection officers read, see the people and confirm their roles. */
export const OVERSEERS: readonly Role[] = ['data_protection_officer', 'administrator']

/** Who may invite people, and change what they may do. */
export const ADMINISTRATORS: readonly Role[] = ['administrator']

/** Does whoever is signed in hold one of these roles? */
export function holdsOne(session: Session, roles: readonly Role[]): boolean {
  return session.roles.some((role) => roles.includes(role))
}
