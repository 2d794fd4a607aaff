import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../context.ts'
import { isAdministered } from '../queries/enrolled.ts'

async function held<Result>(
  { client }: Context,
  change: () => Promise<Result>,
): Promise<{ result: Result; before: boolean; after: boolean }> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtext('proofmark administrators'))`)
  const before = await isAdministered(client)
  const result = await change()
  return { result, before, after: await isAdministered(client) }
}

/**
 * Changes who may do what, one change at a time in the installation. Throws `last_administrator` where nobody would be
 * left who can sign in and administer.
 */
export async function keepAdministrator<Result>(context: Context, change: () => Promise<Result>): Promise<Result> {
  const { result, before, after } = await held(context, change)
  if (before && !after) throw new ProofmarkError('last_administrator')
  return result
}

/**
 * The same for the operator at the machine, who helps where no administrator can: with the last one, who cannot sign in
 * any more. Throws `token_needed` where another could have done it.
 */
export async function helpLastAdministrator<Result>(context: Context, change: () => Promise<Result>): Promise<Result> {
  const { result, before, after } = await held(context, change)
  if (before && after) throw new ProofmarkError('token_needed')
  return result
}
