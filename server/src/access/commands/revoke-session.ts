import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../context.ts'
import { endSessions } from '../sign-in/means.ts'

/** Ends one session of the reader, or all but the one from which they ask. Throws `not_found`. */
export async function revokeSessions(
  { client, reader, now, audit }: Context,
  which: { readonly id: string } | { readonly butThis: string | null },
): Promise<void> {
  const revoke = async (id: string): Promise<number> => {
    const ended = await client.query(
      'UPDATE session SET revoked_at = $3 WHERE id = $1 AND account_id = $2 AND revoked_at IS NULL AND expires_at > $3',
      [id, reader.account, now],
    )
    if (ended.rowCount === 0) throw new ProofmarkError('not_found', { what: id })
    return 1
  }
  const sessions =
    'id' in which
      ? await revoke(which.id)
      : await endSessions(client, reader.account, now, { but: which.butThis, tokens: false })
  await audit({ action: 'session.revoked', subjects: [reader.account], body: { sessions, reason: 'own_wish' } })
}
