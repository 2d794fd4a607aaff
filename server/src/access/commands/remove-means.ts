import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../context.ts'
import { changeMeans } from './enrol.ts'

/** Removes one of the reader's passkeys. Throws `not_found`, and `sign_in_means_needed` where nothing would be left. */
export async function removePasskey(context: Context, id: string): Promise<void> {
  const { client, reader, audit } = context
  const enrolled = await changeMeans(context, 'passkey', async () => {
    const removed = await client.query<{ name: string }>(
      'DELETE FROM passkey WHERE id = $1 AND account_id = $2 RETURNING name',
      [id, reader.account],
    )
    const [passkey] = removed.rows
    if (!passkey) throw new ProofmarkError('not_found', { what: id })
    await audit({ action: 'passkey.removed', subjects: [reader.account], body: { name: passkey.name } })
  })
  if (!enrolled) throw new ProofmarkError('sign_in_means_needed')
}

/** Removes the reader's password and second factor, while a passkey remains. Throws `sign_in_means_needed`. */
export async function removePassword(context: Context): Promise<void> {
  const { client, reader, audit } = context
  const enrolled = await changeMeans(context, 'password', async () => {
    for (const table of ['account_password', 'second_factor'] as const)
      await client.query(`DELETE FROM ${table} WHERE account_id = $1`, [reader.account])
    await audit({ action: 'password.removed', subjects: [reader.account] })
  })
  if (!enrolled) throw new ProofmarkError('sign_in_means_needed')
}
