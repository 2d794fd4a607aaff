import { ProofmarkError } from '@proofmark/contract/errors'
import { decideRole, type RoleDecision } from '../commands/decide-role.ts'
import type { Run } from '../context.ts'

/**
 * Decides on a role; a wrong code is counted in a transaction that stands, and then thrown as `confirmation_wrong` with
 * how many are left. Throws whatever the command throws.
 */
export async function decideOnRole(run: Run, decision: RoleDecision): Promise<void> {
  const left = await run((context) => decideRole(context, decision))
  if (left !== null) throw new ProofmarkError('confirmation_wrong', { left })
}
