import type { Context } from '../context.ts'
import { tokenHash } from '../rules/token.ts'

/** Revokes the session of this token; it opens nothing from then on. */
export async function closeSession({ query, now, reader, audit }: Context, token: string): Promise<void> {
  await query
    .updateTable('session')
    .set({ revoked_at: now })
    .where('token_sha256', '=', tokenHash(token))
    .where('account_id', '=', reader.account)
    .where('revoked_at', 'is', null)
    .execute()
  await audit({ action: 'session.closed', subjects: [reader.account] })
}
