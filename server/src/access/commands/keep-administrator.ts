import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../context.ts'
import { isAdministered } from '../queries/enrolled.ts'

/**
 * Changes who may do what, one change at a time in the installation. Throws `last_administrator` where nobody would be
 * left who can sign in and administer.
 */
export async function keepAdministrator<Result>({ client }: Context, change: () => Promise<Result>): Promise<Result> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtext('proofmark administrators'))`)
  const before = await isAdministered(client)
  const result = await change()
  if (before && !(await isAdministered(client))) throw new ProofmarkError('last_administrator')
  return result
}
