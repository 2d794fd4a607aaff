import { PURPOSES } from '@proofmark/contract/purposes'
import type { Role } from '@proofmark/contract/roles'
import type { Session } from '@proofmark/contract/schemas/session'
import type { Installation } from '../commands/create-installation.ts'
import type { SignedIn } from '../queries/signed-in-reader.ts'

/** Who is signed in, by what, and for what. */
export function presentSession(
  { reader, signIn }: SignedIn,
  waitingRoles: readonly Role[],
  oversees: readonly string[],
  { name, country, demonstration }: Installation,
): Session {
  const { method, enrolled, enrolmentNeeded, expiresAt } = signIn
  return {
    account: reader.name,
    agency: reader.agency?.name ?? null,
    roles: [...reader.roles],
    waitingRoles: [...waitingRoles],
    oversees: [...oversees],
    signIn: { method, enrolled, enrolmentNeeded, expiresAt: expiresAt.toISOString() },
    purposes: [...PURPOSES],
    installation: { name, country, demonstration },
  }
}
