import { ProofmarkError } from '@proofmark/contract/errors'
import type { Role } from '@proofmark/contract/roles'
import type { Reader } from '../context.ts'

/** Throws `role_needed` unless the reader holds one of these roles. The installer's shell holds all. */
export function needRole(reader: Reader, roles: readonly Role[]): void {
  if (reader.installer || roles.length === 0 || roles.some((role) => reader.roles.includes(role))) return
  throw new ProofmarkError('role_needed', { role: roles.join(', ') })
}
