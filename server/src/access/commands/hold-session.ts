import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../context.ts'
import type { SignIn } from '../queries/signed-in-reader.ts'

/**
 * Holds the reader's account until the transaction ends, in a session that still stands: whoever was reset, disabled or
 * signed out a moment ago changes nothing of their account any more. Throws `sign_in_needed`.
 */
export async function holdSession({ client, reader }: Context, { session }: SignIn): Promise<void> {
  await client.query('SELECT FROM account WHERE id = $1 FOR UPDATE', [reader.account])
  const standing = await client.query(
    `SELECT FROM session s JOIN account a ON a.id = s.account_id
     WHERE s.id = $1 AND s.revoked_at IS NULL AND a.disabled_at IS NULL`,
    [session],
  )
  if (standing.rowCount === 0) throw new ProofmarkError('sign_in_needed')
}
