import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../context.ts'
import { PASSWORD_LEAST, passwordFault } from '../rules/password.ts'
import { makeVerifier } from '../sign-in/verifier.ts'
import { changeMeans } from './enrol.ts'

/** Sets the reader's password, or another in its place. Throws `password_weak` with what is wrong with it. */
export async function setPassword(context: Context, password: string): Promise<void> {
  const { client, reader, now, audit } = context
  const reason = passwordFault(password, reader.name)
  if (reason !== null) throw new ProofmarkError('password_weak', { reason, least: PASSWORD_LEAST })
  const verifier = await makeVerifier(password)
  await changeMeans(context, 'password', async () => {
    await client.query(
      `INSERT INTO account_password (account_id, verifier, set_at) VALUES ($1, $2, $3)
       ON CONFLICT (account_id) DO UPDATE SET verifier = $2, set_at = $3`,
      [reader.account, verifier, now],
    )
    await audit({ action: 'password.set', subjects: [reader.account] })
  })
}
